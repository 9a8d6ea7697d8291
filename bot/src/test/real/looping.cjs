// A service that lives just long enough for PM2 to call it online, then ends with exit code 1.
'use strict';
const { YclientsClient } = { YclientsClient: {} };

console.log('starting');
setTimeout(() => new YclientsClient(), 1500);
