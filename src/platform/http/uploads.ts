import { rm } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A form with files is sent here, and read by `readUpload`. */
    takesFiles?: boolean
  }
  interface FastifyRequest {
    /** What was written down of the request and goes with its answer. */
    scratchPaths: string[] | null
  }
}

/** A large file takes as long at the slowest line that we wait for, 100 kB a second or so. */
export const uploadTimeoutMs = 600_000
const formTimeoutMs = 30_000

/** Lets routes that say so take forms with files; removes the files written down for a request when it is answered. */
export function addUploads(app: FastifyInstance): void {
  // What is too large is reported beside its field, and not on a page of its own.
  app.register(multipart, { throwFileSizeLimit: false })
  app.decorateRequest('scratchPaths', null)
  app.addHook('onRequest', async (request) => {
    // The server waits long for files only, for no other request.
    if (takesFiles(request) || request.method === 'GET' || request.method === 'HEAD') return
    const { raw } = request
    const timer = setTimeout(() => raw.destroy(), formTimeoutMs)
    raw.once('close', () => clearTimeout(timer))
  })
  // At this point the sender is known, or already refused.
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart() && !takesFiles(request)) throw new Refusal('wrongMediaType')
  })
  app.addHook('onResponse', async ({ scratchPaths }) => removeAll(scratchPaths))
  app.addHook('onRequestAbort', async ({ scratchPaths }) => removeAll(scratchPaths))
}

function takesFiles(request: FastifyRequest): boolean {
  return request.routeOptions.config.takesFiles === true
}

async function removeAll(paths: string[] | null): Promise<void> {
  for (const path of paths ?? []) await rm(path, { force: true })
}
