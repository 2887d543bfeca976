// The least that Node can answer: two bytes, whatever is asked. How fast a machine is today.
import { createServer } from 'node:http'

const [port = ''] = process.argv.slice(2)
const server = createServer((_request, response) => response.end('ok'))
server.listen(Number(port), 'localhost', () => process.send?.({}))
process.on('disconnect', () => process.exit())
