import { Worker } from 'node:worker_threads'

// Written out, for it is a thread of a few lines: a file of its own would be one more entry of the build.
const watch = `
  const parent = process.ppid
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 1_000)
`

/**
 * Ends this process with the one that started it, even while it hangs in a parser or an expression and hears nothing: a server
 * that was killed leaves no process behind that takes a processor for ever. `leave` is called before, where there is the time.
 */
export function endWithParent(leave: () => void = () => undefined): void {
  const end = () => {
    leave()
    process.exit()
  }
  process.on('disconnect', end)
  process.on('SIGTERM', end)
  new Worker(watch, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref()
}
