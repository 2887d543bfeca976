import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server does with the next requests. */
export type StoreBehaviour = 'answer' | 'hang' | 'fail' | 'failOnce' | 'cutOff' | 'forbid'

export interface StandInStore {
  /** For STORAGE_URL: the bucket `files`. */
  url: string
  endpoint: string
  /** Objects by bucket and name. */
  objects: Map<string, Buffer>
  /** Method and path of all requests. */
  asked: string[]
  /** The headers of requests, to look for secrets in. */
  heads: string[]
  behave(behaviour: StoreBehaviour): void
  close(): Promise<void>
}

const accessKey = 'test-access-key'

export const storeKeys = { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: 'test-secret-key' }

/** A store on this machine that speaks as much of S3 as we use: it accepts only signed requests, and checks their checksums. */
export async function startStore(): Promise<StandInStore> {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const heads: string[] = []
  let behaviour: StoreBehaviour = 'answer'
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    heads.push(JSON.stringify(request.headers))
    const now = behaviour
    if (now === 'failOnce') behaviour = 'answer'
    const body = await readAll(request).catch(() => null)
    if (body === null || now === 'hang') return
    if (now === 'cutOff') return void request.socket.destroy()
    if (now === 'fail' || now === 'failOnce') return refuse(response, 503, 'SlowDown')
    if (now === 'forbid') return refuse(response, 403, 'AccessDenied')
    const wrong = wrongWith(request, body)
    if (wrong) return refuse(response, ...wrong)
    answer(request, response, body, objects)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `s3://files/entente?endpoint=${encodeURIComponent(endpoint)}&region=test-1`,
    endpoint,
    objects,
    asked,
    heads,
    behave: (next) => {
      behaviour = next
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  objects: Map<string, Buffer>,
): void {
  const [, bucket = '', ...rest] = (request.url ?? '').split('/')
  const name = `${bucket}/${rest.join('/')}`
  const found = objects.get(name)
  if (bucket !== 'files') refuse(response, 404, 'NoSuchBucket')
  else if (request.method === 'PUT') {
    objects.set(name, body)
    response.writeHead(200).end()
  } else if (request.method === 'DELETE') {
    objects.delete(name)
    response.writeHead(204).end()
  } else if (!found) refuse(response, 404, 'NoSuchKey')
  else
    response
      .writeHead(200, { 'content-length': found.length })
      .end(request.method === 'HEAD' ? undefined : found)
}

function wrongWith(request: IncomingMessage, body: Buffer): [number, string] | null {
  const { authorization = '', 'x-amz-date': date, 'x-amz-content-sha256': sum } = request.headers
  const signed =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/test-1\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}$/.exec(
      authorization,
    )
  if (!signed || !date) return [403, 'AccessDenied']
  if (signed[1] !== accessKey) return [403, 'InvalidAccessKeyId']
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed[2]?.split(';').includes(name)))
    return [403, 'SignatureDoesNotMatch']
  const isPlain = sum === 'UNSIGNED-PAYLOAD' || request.method !== 'PUT'
  if (!isPlain && sum !== createHash('sha256').update(body).digest('hex'))
    return [400, 'XAmzContentSHA256Mismatch']
  return null
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const words = `<?xml version="1.0"?><Error><Code>${code}</Code><AWSAccessKeyId>${accessKey}</AWSAccessKeyId></Error>`
  response.writeHead(status, { 'content-type': 'application/xml' }).end(words)
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(request))
}
