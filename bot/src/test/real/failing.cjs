// A service that cannot start at all; PM2 gives it up.
'use strict';
console.error('Error: Cannot open /etc/support.json');
process.exit(1);
