const LAST_MS = 25_000;

/**
 * Loaded before each child's own code. The channel to the launcher closes when the launcher dies, even by kill -9:
 * then the child ends as if it had been told to, so that nothing is left behind.
 */
process.channel?.unref();
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), LAST_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
