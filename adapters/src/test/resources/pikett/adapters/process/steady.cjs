setInterval(() => console.log('tick'), 200);
console.error('one error at the start');
