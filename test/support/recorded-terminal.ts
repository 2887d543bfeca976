import type { Terminal } from '../../src/platform/cli/command.ts'

/** A terminal that records the output of a command; nothing is piped to it. */
export function recordedTerminal() {
  const pieces: Buffer[] = []
  const said: string[] = []
  const terminal: Terminal = {
    out: (text) => void pieces.push(Buffer.from(text)),
    write: async (piece) => void pieces.push(Buffer.from(piece)),
    read: async function* () {},
    say: (line) => void said.push(line),
    progress: () => undefined,
  }
  return { terminal, said, out: () => Buffer.concat(pieces) }
}
