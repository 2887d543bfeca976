import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../refusal.ts'

/**
 * The ETag of a version: it names a state of the record, not the bytes of an answer. An answer that says more than the record does, as how
 * old it is, has its content in the tag as well.
 */
export function versionTag(number: number, answer?: object): string {
  if (answer === undefined) return `"v${number}"`
  return `W/"v${number}.${createHash('sha1').update(JSON.stringify(answer)).digest('base64url')}"`
}

/**
 * The versions that a change says it was made from. Refused without them (428, RFC 6585), and with `*`, which would overwrite any
 * version. Proxies that compress weaken tags (`W/`): the number says the same.
 */
export function readIfMatch({ headers }: FastifyRequest): number[] {
  const given = headers['if-match'] ?? ''
  const numbers = given.split(',').flatMap((tag) => {
    const number = /^(?:W\/)?"v([1-9]\d{0,5})(?:\.[\w-]+)?"$/.exec(tag.trim())?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  if (given.trim() === '' || given.trim() === '*')
    throw new Refusal(
      'versionMissing',
      'Send If-Match with the ETag of the document that you changed, as in "v3"',
    )
  return numbers
}
