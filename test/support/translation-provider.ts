import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ProviderRequest {
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

export type Misbehaviour = 'hangs' | 'closes' | 'endless' | 'nonsense' | 'tooFew' | 'redirects' | number

export interface TranslationProvider {
  url: string
  /** Its requests, oldest first. */
  requests: ProviderRequest[]
  /** A status to answer with, or another way of failing; null: it translates. */
  misbehaves: Misbehaviour | null
  /** What happens between its request and its answer. */
  beforeAnswer: (() => Promise<unknown>) | null
  close(): Promise<void>
}

/** A stand-in that speaks as LibreTranslate and as DeepL do: `une foire` from fr to ko becomes `[fr>ko] une foire`. */
export async function openTranslationProvider(): Promise<TranslationProvider> {
  const server = createServer((request, response) => {
    let sent = ''
    request.on('data', (piece) => {
      sent += piece
    })
    request.on('end', async () => {
      const body = JSON.parse(sent)
      service.requests.push({ path: request.url ?? '', headers: request.headers, body })
      await service.beforeAnswer?.()
      const { misbehaves } = service
      if (misbehaves === 'hangs') return
      if (misbehaves === 'closes') return request.socket.destroy()
      if (typeof misbehaves === 'number')
        return response
          .writeHead(misbehaves)
          .end(JSON.stringify({ message: `the key ${request.headers.authorization}` }))
      if (misbehaves === 'redirects')
        return response.writeHead(307, { location: `${service.url}/elsewhere` }).end()
      response.writeHead(200, { 'content-type': 'application/json' })
      if (misbehaves === 'endless') return response.end(`"${'x'.repeat(3 * 1024 * 1024)}"`)
      if (misbehaves === 'nonsense') return response.end('<html>')
      response.end(JSON.stringify(answerTo(request.url ?? '', body, misbehaves === 'tooFew')))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const service: TranslationProvider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    misbehaves: null,
    beforeAnswer: null,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return service
}

function answerTo(path: string, body: Record<string, unknown>, tooFew: boolean) {
  const isDeepl = path === '/v2/translate'
  const texts = (isDeepl ? body.text : body.q) as string[]
  const pair = isDeepl ? `${body.source_lang}>${body.target_lang}` : `${body.source}>${body.target}`
  const made = texts.slice(tooFew ? 1 : 0).map((text) => `[${pair}] ${text}`)
  return isDeepl ? { translations: made.map((text) => ({ text })) } : { translatedText: made }
}
