// Lives for longer than PM2's own idea of unstable, then falls over: PM2 goes on saying online.
setTimeout(() => {
    throw new TypeError('YclientsClient is not a constructor');
}, 1300);
