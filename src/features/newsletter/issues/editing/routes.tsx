import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { fieldError, readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { Passage } from '../../../../ui/text/passage.tsx'
import { type DraftRequest, isLate, readDraftRequest, readPartRequest } from '../call.ts'
import { type IssueItem, titleOf, wordsOf } from '../part.ts'
import { paths } from '../paths.ts'
import { markOf } from '../same.ts'
import { itemAnchor } from '../views/draft-items.tsx'
import { changeParts, writeHeading, writeItem, writeWords } from './commands.ts'
import { drawTextsForm } from './page.tsx'
import {
  changeForm,
  headingForm,
  itemForm,
  longestIntroduction,
  longestText,
  longestTitle,
  type PartChange,
  wordsForm,
} from './schema.ts'
import { GatheredWords } from './views/gathered-words.tsx'

type Call = [Application, FastifyRequest, FastifyReply]

interface Came extends Shown {
  isClash?: boolean
}

/** Where a letter is worded and put in order. */
export function addEditingRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/newsletter/draft'
  app.get(`${place}/words`, neverKept, (...call) => showWords([application, ...call]))
  app.post(`${place}/words`, neverKept, (...call) => sendWords([application, ...call]))
  app.get(`${place}/parts/:part/heading`, neverKept, (...call) => showHeading([application, ...call]))
  app.post(`${place}/parts/:part/heading`, neverKept, (...call) => sendHeading([application, ...call]))
  app.get(`${place}/parts/:part/items/:item`, neverKept, (...call) => showItem([application, ...call]))
  app.post(`${place}/parts/:part/items/:item`, neverKept, (...call) => sendItem([application, ...call]))
  app.post(`${place}/changes`, neverKept, async (request, reply) => {
    const asked = await readDraftRequest(application, request)
    const form = readForm(changeForm, request.body)
    const draft = paths.draft(asked.reader, asked.network.slug)
    try {
      if (form.valid) await changeParts(asked.writing, asked.issue, form.data.action)
    } catch (error) {
      if (isLate(error)) return reply.redirect(`${draft}?done=late`, 303)
      throw error
    }
    return reply.redirect(form.valid ? `${draft}#${anchorOf(form.data.action)}` : draft, 303)
  })
}

async function showWords(call: Call, came?: Came): Promise<FastifyReply> {
  const [application, request, reply] = call
  const asked = await readDraftRequest(application, request)
  const { reader, issue } = asked
  const { t } = reader
  return drawTextsForm(application, request, reply, asked, {
    steps: ['words'],
    title: t('newsletter.issues.words'),
    seen: markOf({ title: issue.title, introduction: issue.introduction }),
    ...shownOf(came),
    fields: [
      {
        name: 'title',
        label: t('newsletter.issues.field.title'),
        hint: t('newsletter.issues.field.titleHint'),
        text: issue.title,
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
      {
        name: 'introduction',
        label: t('newsletter.issues.field.introduction'),
        text: issue.introduction,
        max: longestIntroduction,
        rows: 5,
      },
    ],
  })
}

async function sendWords(call: Call): Promise<FastifyReply> {
  const [application, request, reply] = call
  const asked = await readDraftRequest(application, request)
  const form = readForm(wordsForm, request.body)
  const refused = refusalOf(asked, request, form.valid ? [] : form.errors)
  if (refused || !form.valid) return showWords(call, refused ?? undefined)
  const isWritten = await writeWords(asked.writing, asked.issue, form.data)
  return isWritten ? goBack(reply, asked, 'words') : showWords(call, clashOf(request))
}

async function showHeading(call: Call, came?: Came): Promise<FastifyReply> {
  const [application, request, reply] = call
  const asked = await readPartRequest(application, request)
  const { reader, part } = asked
  if (part.kind !== 'items') notFound(part.id)
  return drawTextsForm(application, request, reply, asked, {
    steps: ['parts', part.id, 'heading'],
    title: reader.t('newsletter.issues.wordHeading'),
    seen: markOf(titleOf(part)),
    ...shownOf(came),
    fields: [
      {
        name: 'title',
        label: reader.t('newsletter.issues.field.heading'),
        text: titleOf(part),
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
    ],
  })
}

async function sendHeading(call: Call): Promise<FastifyReply> {
  const [application, request, reply] = call
  const asked = await readPartRequest(application, request)
  const form = readForm(headingForm, request.body)
  const refused = refusalOf(asked, request, form.valid ? [] : form.errors)
  if (refused || !form.valid) return showHeading(call, refused ?? undefined)
  const isWritten = await writeHeading(asked.writing, asked.issue, asked.part.id, form.data)
  return isWritten ? goBack(reply, asked, `part-${asked.part.id}`) : showHeading(call, clashOf(request))
}

async function readItem([application, request]: Call): Promise<
  DraftRequest & { partId: string; item: IssueItem }
> {
  const asked = await readPartRequest(application, request)
  const key = parameterOf(request.params, 'item') ?? ''
  const item = asked.part.kind === 'items' ? asked.part.items.find((each) => each.key === key) : undefined
  return { ...asked, partId: asked.part.id, item: item ?? notFound(key) }
}

async function showItem(call: Call, came?: Came): Promise<FastifyReply> {
  const [application, request, reply] = call
  const asked = await readItem(call)
  const { reader, network, partId, item } = asked
  const { t } = reader
  const words = wordsOf(item)
  const field = { max: longestTitle, rows: 1, isRequired: true }
  return drawTextsForm(application, request, reply, asked, {
    steps: ['parts', partId, 'items', item.key],
    title: t('newsletter.issues.wordItem'),
    lead: <Passage reader={reader} text={item.title} as="span" />,
    seen: markOf(words),
    ...shownOf(came),
    before: <GatheredWords reader={reader} network={network.slug} item={item} />,
    fields: [
      { name: 'title', label: t('newsletter.issues.field.itemTitle'), text: words.title, ...field },
      {
        name: 'text',
        label: t('newsletter.issues.field.text'),
        text: words.text,
        max: longestText,
        rows: 4,
      },
    ],
    buttons: item.own ? (
      <button class="button" type="submit" name="action" value="reset" formnovalidate>
        {t('newsletter.issues.asGathered')}
      </button>
    ) : null,
  })
}

async function sendItem(call: Call): Promise<FastifyReply> {
  const [, request, reply] = call
  const asked = await readItem(call)
  const { writing, issue, partId, item } = asked
  const place = { partId, key: item.key }
  const isReset = typedValue(readValues(request.body), 'action') === 'reset'
  const form = readForm(itemForm, request.body)
  const refused = refusalOf(asked, request, form.valid || isReset ? [] : form.errors)
  if (refused) return showItem(call, refused)
  const isWritten = await writeItem(writing, issue, place, isReset || !form.valid ? null : form.data)
  return isWritten ? goBack(reply, asked, `part-${partId}`) : showItem(call, clashOf(request))
}

/** The form again with what is wrong: a letter that was approved meanwhile keeps what was typed too. */
export function refusalOf(
  { issue }: DraftRequest,
  request: FastifyRequest,
  errors: Shown['errors'],
): Shown | null {
  const closed = issue.state === 'draft' ? [] : [fieldError('', 'newsletter.issues.error.approved')]
  const all = [...closed, ...errors]
  return all.length > 0 ? { values: readValues(request.body), errors: all } : null
}

function clashOf(request: FastifyRequest): Came {
  return { values: readValues(request.body), errors: [], isClash: true }
}

function shownOf(came: Came | undefined): { shown?: Shown; isClash?: boolean } {
  return came ? { shown: came, isClash: came.isClash ?? false } : {}
}

// Where whoever pressed a button goes on from, by keyboard too.
function anchorOf({ verb, part, item }: PartChange): string {
  if (verb === 'remove') return 'removed'
  return item === null ? `part-${part}` : encodeURIComponent(itemAnchor(item))
}

function goBack(reply: FastifyReply, { reader, network }: DraftRequest, anchor: string): FastifyReply {
  return reply.redirect(`${paths.draft(reader, network.slug)}#${anchor}`, 303)
}
