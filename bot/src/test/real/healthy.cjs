// A service that is well: it serves its health page and logs now and then.
'use strict';
const http = require('node:http');

let served = 0;
const health = () => ({
  status: 'ok',
  served: ++served,
  redis: { status: 'connected', latencyMs: 3 },
  session: { status: null, lastActivity: 'undefined minutes ago' },
});
http
  .createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(health()));
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => {
    console.log('listening');
    console.error(`WARN login of the mirror with password=${process.env.LOG_CANARY}`);
  });
