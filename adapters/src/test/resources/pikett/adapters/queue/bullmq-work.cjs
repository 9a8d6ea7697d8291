// Works as applications do: on `messages` a worker with a name of its own and one without, a listener to its
// events, and a worker on `mes`. Prints how many work on `messages`, and goes on until its input ends.
// node bullmq-work.cjs NODE_MODULES PORT PASSWORD
const [modules, port, password] = process.argv.slice(2);
const { Queue, QueueEvents, Worker } = require(`${modules}/bullmq`);
const connection = { host: '127.0.0.1', port: Number(port), password };

process.on('unhandledRejection', (reason) => {
    console.error(reason);
    process.exit(1);
});
setTimeout(() => process.exit(2), 60_000).unref();

(async () => {
    const work = async () => {};
    const all = [
        new Worker('messages', work, { connection }),
        new Worker('messages', work, { connection, name: 'first' }),
        new Worker('mes', work, { connection }),
        new QueueEvents('messages', { connection }),
    ];
    await Promise.all(all.map((one) => one.waitUntilReady()));
    const queue = new Queue('messages', { connection });
    let workers = 0;
    while (workers < 2) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        workers = await queue.getWorkersCount();
    }
    console.log(workers);
    process.stdin.resume().on('end', async () => {
        await Promise.all([...all, queue].map((one) => one.close()));
        process.exit(0);
    });
})();
