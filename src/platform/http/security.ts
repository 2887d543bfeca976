import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import helmet from 'helmet'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings/settings.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A write that other sites may send (a one-click unsubscription, a signed web hook). */
    takesCrossSiteWrites?: boolean
  }
}

/** Adds headers to every answer that a route gives. */
export function addSecurityHeaders(app: FastifyInstance, headers: Record<string, string>): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}

/** Headers that keep a page to itself: no inline script or style, no other host, no frame. Every answer has them. */
export function securityHeaders(settings: Settings): Record<string, string> {
  const overTls = settings.baseUrl.startsWith('https:')
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(overTls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Over plain HTTP a browser would ignore it, and a later move to another port would break.
    strictTransportSecurity: overTls ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xXssProtection: false,
  })
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  protect(request, response, (error) => {
    if (error) throw error
  })
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
}

/** Lets any site show this one answer in a frame. */
export function openToFrames(reply: FastifyReply): void {
  changePolicy(reply, (policy) => policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  reply.removeHeader('x-frame-options').header('cross-origin-resource-policy', 'cross-origin')
}

/** Lets this one page hold frames of its own site. */
export function showOwnFrames(reply: FastifyReply): void {
  changePolicy(reply, (policy) => `${policy};frame-src 'self'`)
}

function changePolicy(reply: FastifyReply, change: (policy: string) => string): void {
  reply.header('content-security-policy', change(String(reply.getHeader('content-security-policy'))))
}

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Refuses writes that another site makes a browser send, by Sec-Fetch-Site, or by Origin where a browser lacks it. */
export function refuseCrossSiteWrites(app: FastifyInstance, settings: Settings): void {
  const own = new URL(settings.baseUrl)
  app.addHook('onRequest', async (request) => {
    if (!writes.has(request.method) || request.routeOptions.config.takesCrossSiteWrites) return
    const site = request.headers['sec-fetch-site']
    const origin = request.headers.origin
    if (site === 'same-origin' || site === 'none') return
    // The public address decides for its host; only a request by another name is judged by how it was reached.
    const reached = request.host === own.host ? own.origin : `${request.protocol}://${request.host}`
    if (site === undefined && origin !== undefined && (origin === own.origin || origin === reached)) return
    // A program without cookies acts in nobody's name.
    if (site === undefined && origin === undefined && request.headers.cookie === undefined) return
    throw new Refusal('notAllowed', 'crossSite')
  })
}
