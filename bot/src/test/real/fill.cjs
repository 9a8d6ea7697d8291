// Fills the queue of a Redis as BullMQ does it: fill.cjs PORT WAITING FAILED
'use strict';
const { Queue, Worker } = require('bullmq');

const [port, waiting, failed] = process.argv.slice(2).map(Number);
const connection = { host: '127.0.0.1', port };

process.on('unhandledRejection', (reason) => {
  console.error(reason);
  process.exit(1);
});
setTimeout(() => {
  console.error('the queue was not filled within a minute');
  process.exit(1);
}, 60_000).unref();

async function fail(queue, count) {
  let left = count;
  const worker = new Worker(
    queue.name,
    async () => {
      throw new Error('Bad MAC Error');
    },
    { connection },
  );
  const allFailed = new Promise((resolve) => worker.on('failed', () => --left === 0 && resolve()));
  await queue.addBulk(Array.from({ length: count }, () => ({ name: 'send', data: {} })));
  await allFailed;
  await worker.close();
}

(async () => {
  const queue = new Queue('messages', { connection });
  if (failed > 0) {
    await fail(queue, failed);
  }
  await queue.addBulk(Array.from({ length: waiting }, (_, i) => ({ name: 'send', data: { i } })));
  await queue.close();
})();
