import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the assistant answers: the content of its message, or how it fails. */
export type AssistantAnswer = { content: string } | 'hang' | 'huge' | 'nonsense' | { status: number }

export interface StandInAssistant {
  /** For ASSISTANT_URL. */
  url: string
  /** The bodies that were sent to it, and the keys. */
  asked: { body: string; authorization: string }[]
  answer(answer: AssistantAnswer): void
  close(): Promise<void>
}

/** A service on this machine with an interface like OpenAI’s, which gives the answers that a test sets. */
export async function startAssistant(): Promise<StandInAssistant> {
  const asked: StandInAssistant['asked'] = []
  let answer: AssistantAnswer = { content: '{"facts":[]}' }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    asked.push({ body, authorization: request.headers.authorization ?? '' })
    if (answer === 'hang') return
    if (typeof answer === 'object' && 'status' in answer) return response.writeHead(answer.status).end('{}')
    response.writeHead(200, { 'content-type': 'application/json' })
    if (answer === 'nonsense') return response.end('Certainly! Here is the JSON: {')
    if (answer === 'huge') return response.end(`"${'x'.repeat(3_000_000)}"`)
    return response.end(JSON.stringify({ choices: [{ message: { content: answer.content } }] }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answer: (next) => {
      answer = next
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
