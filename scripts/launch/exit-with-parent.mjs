// Preloaded into the API and the worker (`node --import`): when the process that started them dies without a word
// (kill -9), the channel to it closes, and they stop as on SIGTERM instead of holding the port.
if (process.connected)
  process.on('disconnect', () => {
    setTimeout(() => {
      process.exit(1);
    }, 3_000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
// It died while this process was being loaded, and nothing will tell of it again.
else process.exit(1);
