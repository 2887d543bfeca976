import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Listens as a PostgreSQL server of another version would: it lets anybody in and answers one row to every query. */
export function listenAsOldServer(version: number): Promise<number> {
  const server = createServer((socket) => {
    let started = false
    socket.on('error', () => undefined)
    socket.on('data', () => {
      if (!started) socket.write(Buffer.concat([message('R', int32(0)), ready()]))
      else answer(socket, [String(version), 'UTF8'])
      started = true
    })
  })
  onTestFinished(() => void server.close())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

function answer(socket: Socket, values: string[]): void {
  const columns = ['version', 'encoding'].map((name) =>
    Buffer.concat([text(name), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]),
  )
  const cells = values.map((value) => Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]))
  socket.write(
    Buffer.concat([
      message('T', int16(columns.length), ...columns),
      message('D', int16(cells.length), ...cells),
      message('C', text('SELECT 1')),
      ready(),
    ]),
  )
}

// https://www.postgresql.org/docs/current/protocol-message-formats.html
function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

const ready = () => message('Z', Buffer.from('I'))
const text = (value: string) => Buffer.from(`${value}\0`)

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
