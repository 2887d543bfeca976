import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import { readPictureFile } from '../../../platform/storage/picture-file.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { listNetworkPages } from '../../networks/index.ts'
import { mayEditLetters } from '../policy.ts'
import { type Issue, type IssueState, type PublishedIssue, partsOf, shownParts } from './issue.ts'

/** At most six digits: longer numbers name nothing. */
const numberPattern = /^[1-9]\d{0,5}$/

/** The current draft, or null. */
export async function lookUpDraft(context: Context, networkId: string): Promise<Issue | null> {
  const row = await selectIssues(context, networkId)
    .where('state', 'in', ['draft', 'approved'])
    .executeTakeFirst()
  return row ? issueOf(row) : null
}

/** The drafts that were put aside, latest first. */
export async function listDiscarded(
  context: Context,
  networkId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<Issue[]> {
  const rows = await selectIssues(context, networkId)
    .where('state', '=', 'discarded')
    .orderBy('changed_at', 'desc')
    .orderBy('issue_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(issueOf)
}

/** One letter, locked until the transaction ends, or 404. */
export async function findLocked(context: Context, networkId: string, issueId: string): Promise<Issue> {
  const row = await selectIssues(context, networkId)
    .where('issue_id', '=', issueId)
    .forUpdate()
    .executeTakeFirst()
  return row ? issueOf(row) : notFound(issueId)
}

/** The last published letter, whatever the network’s day; null before the first. */
export async function lookUpLast(context: Context, networkId: string): Promise<Issue | null> {
  const row = await selectIssues(context, networkId)
    .where('state', '=', 'published')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? issueOf(row) : null
}

/** The letters published by the context’s day, newest first. Editors also get the withdrawn ones. */
export async function listPublished(
  context: Context,
  networkId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<PublishedIssue[]> {
  const rows = await selectPublished(context, networkId)
    .$if(!mayEditLetters(context.actor, networkId), (query) => query.where('state', '=', 'published'))
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(issueOf).filter(isPublished)
}

/** The public letters on the context’s day, newest first; with `before`, those below that number. */
export async function listRead(
  context: Context,
  networkId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<PublishedIssue[]> {
  const rows = await selectPublished(context, networkId)
    .where('state', '=', 'published')
    .$if(before !== null, (query) => query.where('number', '<', before))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(issueOf).filter(isPublished)
}

/** The letter with this number, withdrawn or not, or 404. */
export async function findPublished(
  context: Context,
  networkId: string,
  number: string,
): Promise<PublishedIssue> {
  if (!numberPattern.test(number)) notFound(number)
  const row = await selectPublished(context, networkId)
    .where('number', '=', Number(number))
    .executeTakeFirst()
  const issue = row ? issueOf(row) : notFound(number)
  return isPublished(issue) ? issue : notFound(number)
}

/** A published letter by its id, whatever the network’s day. Null once it is withdrawn. */
export async function lookUpPublished(
  context: Context,
  networkId: string,
  issueId: string,
): Promise<PublishedIssue | null> {
  const row = await selectIssues(context, networkId)
    .where('issue_id', '=', issueId)
    .where('state', '=', 'published')
    .executeTakeFirst()
  const issue = row ? issueOf(row) : null
  return issue && isPublished(issue) ? issue : null
}

/** The letters published between two instants by the clock, newest first, without withdrawn ones. */
export async function listPublishedBetween(
  context: Context,
  networkId: string,
  { from, until }: { from: string; until: string },
): Promise<PublishedIssue[]> {
  const rows = await selectIssues(context, networkId)
    .where('state', '=', 'published')
    .where('published_at', '>=', sql<Date>`${from}`)
    .where('published_at', '<', sql<Date>`${until}`)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(issueOf).filter(isPublished)
}

function selectPublished(context: Context, networkId: string) {
  return selectIssues(context, networkId)
    .where('number', 'is not', null)
    .where('published_on', '<=', context.today)
}

function selectIssues({ database }: Context, networkId: string) {
  return database
    .selectFrom('newsletter_issue')
    .select([
      'issue_id as id',
      'network_id as networkId',
      'state',
      'number',
      'title',
      'introduction',
      'parts',
      'gathering',
      'since',
      'gathered_at as gatheredAt',
      'changed_at as changedAt',
      'changed_by as changedBy',
      'approved_at as approvedAt',
      'published_at as publishedAt',
      sql<string | null>`published_on::text`.as('publishedOn'),
    ])
    .where('network_id', '=', networkId)
}

type IssueRow = NonNullable<Awaited<ReturnType<ReturnType<typeof selectIssues>['executeTakeFirst']>>>

function issueOf({ state, parts, gathering, ...row }: IssueRow): Issue {
  const { came = [], went = [], kept = 0 } = gathering
  return { ...row, state: stateOf(state), parts: partsOf(parts), gathering: { came, went, kept } }
}

const states: readonly IssueState[] = ['draft', 'approved', 'published', 'withdrawn', 'discarded']
const stateOf = (word: string) => states.find((state) => state === word) ?? 'discarded'

function isPublished(issue: Issue): issue is PublishedIssue {
  return issue.number !== null && issue.publishedAt !== null && issue.publishedOn !== null
}

/** The public pages of letters of every network. */
export const listIssuePages = listNetworkPages(
  ['/newsletter'],
  sql`select i.number, '/newsletter/' || i.number, i.published_at from newsletter_issue i
    where i.network_id = n.network_id and i.published_on <= n.day and i.state = 'published'`,
)

// Pictures are unpacked in memory: three bytes a pixel, however small the file.
const mostPixels = 60_000_000
const mostBytes = 24_000_000

/**
 * The pictures of a letter in order, by their ids: as many as can be printed at once. A picture whose file is lost or too large is left
 * out.
 */
export async function listPrintedPictures(
  context: Context,
  storage: Storage,
  issue: Pick<Issue, 'id' | 'parts'>,
): Promise<Map<string, Uint8Array>> {
  const shown = shownParts(issue.parts).flatMap((part) => (part.kind === 'picture' ? [part] : []))
  const found = new Map<string, Uint8Array>()
  let [pixels, size] = [0, 0]
  for (const { pictureId, width, height } of shown) {
    if (found.has(pictureId) || pixels + width * height > mostPixels) continue
    const bytes = await readPicture(context, storage, issue.id, pictureId)
    if (bytes === null || size + bytes.length > mostBytes) continue
    found.set(pictureId, bytes)
    pixels += width * height
    size += bytes.length
  }
  return found
}

async function readPicture(context: Context, storage: Storage, issueId: string, pictureId: string) {
  const row = await context.database
    .selectFrom('newsletter_picture')
    .select('file_id')
    .where('picture_id', '=', pictureId)
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  return row ? readPictureFile(context, storage, row.file_id) : null
}
