import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { scopeOf } from '../../activity/activity.ts'
import type { Context } from '../../context/context.ts'

/** The revision of the directory and of a network (null: of none) that an answer is drawn from, and when it came about. */
export interface Freshness {
  revision: string
  changedAt: Date | null
}

/** Reads how fresh an answer drawn from a network and the directory is. */
export async function readFreshness(context: Context, networkId: string | null): Promise<Freshness> {
  const scopes = networkId === null ? [scopeOf(null)] : [scopeOf(null), scopeOf(networkId)]
  const rows = await context.database
    .selectFrom('platform_revision')
    .select(['scope', 'revision', 'changed_at'])
    .where('scope', 'in', scopes)
    .orderBy('scope')
    .execute()
  const instants = rows.map((row) => row.changed_at.getTime())
  return {
    revision: rows.map((row) => `${row.scope}=${row.revision}`).join('&'),
    changedAt: instants.length === 0 ? null : new Date(Math.max(...instants)),
  }
}

/** Says when the answer last changed; the day it is seen on counts too, since a tie falls dormant by itself. */
export function sayLastModified(
  reply: FastifyReply,
  { changedAt }: Freshness,
  today: string,
  actualDay: string,
): void {
  const instants = [changedAt?.getTime() ?? 0, today === actualDay ? Date.parse(`${today}T00:00:00Z`) : 0]
  const latest = Math.max(...instants)
  if (latest > 0) reply.header('last-modified', new Date(latest).toUTCString())
}

/** Whether a program already has the answer by date; an ETag that it sends decides alone (RFC 9110, 13.2.2). */
export function isUnmodified(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.headers['if-none-match'] !== undefined) return false
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  const modified = Date.parse(String(reply.getHeader('last-modified') ?? ''))
  return modified <= since
}

/** The ETag of an answer that is never held as a whole: what it is drawn from, and what was asked. */
export function etagOf({ revision }: Freshness, ...asked: string[]): string {
  return `W/"${createHash('sha1')
    .update([revision, ...asked].join('\n'))
    .digest('base64url')}"`
}

/** Whether a program already has the answer with this ETag. */
export function isCurrent(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim())
  return known?.some((each) => each === '*' || each === etag) ?? false
}
