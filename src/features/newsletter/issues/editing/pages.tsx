import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import {
  type FormReading,
  type FormValues,
  readForm,
  readValues,
  typedValue,
} from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { contentFields } from '../content-fields.tsx'
import { type IssueItem, type ItemsPart, isOvertaken, markOf, titleOf, wordsOf } from '../issue.ts'
import { paths } from '../paths.ts'
import { type DraftRequest, isLate, loadDraftRequest, loadPartRequest } from '../request.ts'
import { itemAnchor } from '../views/draft-items.tsx'
import { changeParts, tickParts, writeHeading, writeItem, writeWords } from './commands.ts'
import { addTextsForm, backInLetter, renderTextsForm, type TextsDrawn } from './frame.tsx'
import {
  asFreeText,
  changeForm,
  headingForm,
  itemForm,
  longestIntroduction,
  longestText,
  longestTitle,
  type PartChange,
  ticksForm,
  wordsForm,
} from './schema.ts'

/** The pages on which editors word and order a letter. */
export function addEditingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/newsletter/draft'
  addTextsForm(pages, `${place}/words`, {
    open: loadDraftRequest,
    page: wordsPage,
    read: (_, values) => readForm(wordsForm, values),
    save: async (visit, typed) =>
      (await writeWords(visit.writing, visit.issue, typed)) ? backInLetter(visit, 'words') : { status: 409 },
  })
  addTextsForm(pages, `${place}/parts/:part/heading`, {
    open: loadItemsPartRequest,
    page: headingPage,
    read: (_, values) => readForm(headingForm, values),
    save: async (visit, typed) => {
      const { writing, issue, part } = visit
      const isWritten = await writeHeading(writing, issue, part.id, typed)
      return isWritten ? backInLetter(visit, `part-${part.id}`) : { status: 409 }
    },
  })
  addItemRoutes(app, application)
  pages.post(`${place}/sections`, loadDraftRequest, async (visit) => {
    const { request, reply } = visit
    const form = readForm(ticksForm, request.body)
    const draft = paths.draft(visit.reader, visit.network.slug)
    try {
      if (form.valid) await tickParts(visit.writing, visit.issue, form.data)
    } catch (error) {
      if (isLate(error)) return reply.redirect(`${draft}?done=late`, 303)
      throw error
    }
    return reply.redirect(`${draft}#sections`, 303)
  })
  pages.post(`${place}/changes`, loadDraftRequest, async (visit) => {
    const { request, reply } = visit
    const form = readForm(changeForm, request.body)
    const draft = paths.draft(visit.reader, visit.network.slug)
    try {
      if (form.valid) await changeParts(visit.writing, visit.issue, form.data.action)
    } catch (error) {
      if (isLate(error)) return reply.redirect(`${draft}?done=late`, 303)
      throw error
    }
    return reply.redirect(form.valid ? `${draft}#${anchorOf(form.data.action)}` : draft, 303)
  })
}

function wordsPage({ reader: { t }, issue: { title, introduction } }: DraftRequest): TextsDrawn {
  return {
    steps: ['words'],
    title: t('newsletter.issues.words'),
    seen: markOf({ title, introduction }),
    fields: [
      {
        name: 'title',
        label: t('newsletter.issues.field.title'),
        hint: t('newsletter.issues.field.titleHint'),
        text: title,
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
      {
        name: 'introduction',
        label: t('newsletter.issues.field.introduction'),
        text: introduction,
        max: longestIntroduction,
        rows: 5,
      },
    ],
  }
}

interface ItemsPartRequest extends DraftRequest {
  part: ItemsPart
}

async function loadItemsPartRequest(visit: Visit): Promise<ItemsPartRequest> {
  const { part, ...loaded } = await loadPartRequest(visit)
  return part.kind === 'items' ? { ...loaded, part } : notFound(part.id)
}

function headingPage({ reader: { t }, part }: ItemsPartRequest): TextsDrawn {
  return {
    steps: ['parts', part.id, 'heading'],
    title: t('newsletter.issues.wordHeading'),
    seen: markOf(titleOf(part)),
    fields: [
      {
        name: 'title',
        label: t('newsletter.issues.field.heading'),
        text: titleOf(part),
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
    ],
  }
}

// The place at which an editor continues after pressing a button, by keyboard too.
function anchorOf({ verb, part, item }: PartChange): string {
  if (verb === 'remove') return 'removed'
  return item === null ? `part-${part}` : encodeURIComponent(itemAnchor(item))
}

/** The form for the words of an item. */
function addItemRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addTextsForm(pages, '/:language/:network/newsletter/draft/parts/:part/items/:item', {
    open: loadItemRequest,
    page: itemPage,
    read: readWords,
    save: async (visit, typed) => {
      const { writing, issue, partId, item } = visit
      const isWritten = await writeItem(writing, issue, { partId, key: item.key }, typed)
      return isWritten ? backInLetter(visit, `part-${partId}`) : { status: 409 }
    },
  })
}

interface ItemRequest extends DraftRequest {
  partId: string
  item: IssueItem
}

/**
 * The item that the address names. If it is no longer gathered, answers with what was typed for it, or leads to the letter, and returns
 * null.
 */
async function loadItemRequest(visit: Visit): Promise<ItemRequest | null> {
  const { request, reply } = visit
  const loaded = await loadDraftRequest(visit)
  const partId = parameterOf(request.params, 'part') ?? ''
  const key = parameterOf(request.params, 'item') ?? ''
  const part = loaded.issue.parts.find(({ id }) => id === partId)
  const item = part?.kind === 'items' ? part.items.find((each) => each.key === key) : undefined
  if (item) return { ...loaded, partId, item }
  const typed = readValues(request.body)
  // An item that is no longer gathered cannot keep an editor’s words either.
  if (request.method === 'POST' && !isReset(typed)) keepWords(loaded, ['parts', partId, 'items', key], typed)
  else reply.redirect(`${paths.draft(loaded.reader, loaded.network.slug)}?done=late`, 303)
  return null
}

const isReset = (values: FormValues) => typedValue(values, 'action') === 'reset'

// Null restores the gathered words.
function readWords(_: ItemRequest, values: FormValues): FormReading<z.output<typeof itemForm> | null> {
  return isReset(values) ? { valid: true, values, data: null } : readForm(itemForm, values)
}

function itemPage({ reader: { t }, network, partId, item }: ItemRequest): TextsDrawn {
  const words = wordsOf(item)
  return {
    steps: ['parts', partId, 'items', item.key],
    title: t('newsletter.issues.wordItem'),
    lead: <Passage text={item.title} as="span" />,
    seen: markOf(words),
    before: <GatheredWords network={network.slug} item={item} />,
    fields: [
      {
        name: 'title',
        label: t('newsletter.issues.field.itemTitle'),
        text: words.title,
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
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
  }
}

/** Returns what was typed for an item that another editor’s gathering removed: it can become a text of the letter. */
function keepWords(visit: DraftRequest, steps: readonly string[], typed: FormValues): FastifyReply {
  const { reader, network } = visit
  const { t } = reader
  const draft = (...names: string[]) => paths.draft(reader, network.slug, ...names)
  const page: TextsDrawn = {
    steps,
    title: t('newsletter.issues.gone.title'),
    action: draft('new', 'text'),
    saveLabel: t('newsletter.issues.gone.add'),
    before: <GoneNotice />,
    fields: contentFields(t, 'text', null),
    // The id of the future text, so that a second click does not add it twice.
    seen: newId(),
    buttons: <a href={`${draft()}#parts`}>{t('newsletter.issues.gone.leave')}</a>,
  }
  return renderTextsForm(withStatus(visit, 409), page, { values: asFreeText(typed), errors: [] })
}

/** Says that an item was removed while its words were being edited, and what can be done with them. */
function GoneNotice() {
  const { t } = useReader()
  return (
    <Notice kind="warning" live>
      <p>{t('newsletter.issues.gone.why')}</p>
      <p>{t('newsletter.issues.gone.next')}</p>
    </Notice>
  )
}

interface GatheredWordsProps {
  network: string
  item: IssueItem
}

/** Links to the record of an item, and shows its present words if they changed after an editor wrote others. */
function GatheredWords({ network, item }: GatheredWordsProps) {
  const reader = useReader()
  const { t } = reader
  const { title, text, path } = item
  return (
    <>
      {isOvertaken(item) ? (
        <Notice kind="warning">
          <p>{t('newsletter.issues.recordChanged')}</p>
          <Passage text={title} />
          <Passage text={text} class="letter-text" />
        </Notice>
      ) : null}
      <p>
        {t('newsletter.issues.ownHint')}{' '}
        {path === null ? null : (
          <a href={addressFor(reader, `/${network}${path}`)}>{t('newsletter.issues.toRecord')}</a>
        )}
      </p>
    </>
  )
}
