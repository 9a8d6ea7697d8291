// Fills a queue as an application does: three jobs that fail twice, two that succeed, and 162 that nobody takes.
// node bullmq-fill.cjs NODE_MODULES PORT PASSWORD
const [modules, port, password] = process.argv.slice(2);
const { Queue, Worker } = require(`${modules}/bullmq`);
const connection = { host: '127.0.0.1', port: Number(port), password };

async function finish(queue) {
    const worker = new Worker(
        queue.name,
        async (job) => {
            if (job.name === 'broken') {
                throw new Error(`Bad MAC Error ${job.data.n}\nsecond line`);
            }
        },
        { connection },
    );
    await queue.addBulk([1, 2, 3].map((n) => ({ name: 'broken', data: { n, text: 'private' }, opts: { attempts: 2 } })));
    await queue.addBulk([1, 2].map((n) => ({ name: 'fine', data: { n, text: 'private' } })));
    for (let counts = {}; counts.failed !== 3 || counts.completed !== 2; ) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        counts = await queue.getJobCounts();
    }
    await worker.close();
}

process.on('unhandledRejection', (reason) => {
    console.error(reason);
    process.exit(1);
});
setTimeout(() => process.exit(2), 60_000).unref();

(async () => {
    const queue = new Queue('messages', { connection });
    await finish(queue);
    const add = (count, opts) =>
        queue.addBulk(Array.from({ length: count }, (_, n) => ({ name: 'send', data: { n, text: 'private' }, opts })));
    await queue.add('send', { text: 'private' }, { timestamp: Date.now() - 20 * 60 * 1000 });
    await add(139, {});
    await add(6, { priority: 1 });
    await add(6, { priority: 9 });
    await add(10, { delay: 3600 * 1000 });
    await queue.pause();
    console.log(JSON.stringify(await queue.getJobCounts()));
    await queue.close();
})();
