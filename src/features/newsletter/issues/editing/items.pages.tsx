import type { FastifyInstance, FastifyReply } from 'fastify'
import { newId } from '../../../../platform/context/identifier.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { type DraftRequest, readDraftRequest } from '../call.ts'
import { contentFields } from '../content-fields.tsx'
import { type IssueItem, isOvertaken, wordsOf } from '../part.ts'
import { paths } from '../paths.ts'
import { markOf } from '../same.ts'
import { type Came, clashOf, goBack, refusalOf, shownOf } from './call.ts'
import { writeItem } from './commands.ts'
import { asFreeText } from './free-text.ts'
import { drawTextsForm } from './page.tsx'
import { itemForm, longestText, longestTitle } from './schema.ts'

/** Where an item of a letter is worded. */
export function addItemRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/newsletter/draft/parts/:part/items/:item'
  pages.get(place, showItem)
  pages.post(place, sendItem)
}

interface ItemRequest extends DraftRequest {
  partId: string
  key: string
  /** Null once it is told no more. */
  item: IssueItem | null
}

async function readItem(visit: Visit): Promise<ItemRequest> {
  const asked = await readDraftRequest(visit)
  const { request } = visit
  const partId = parameterOf(request.params, 'part') ?? ''
  const key = parameterOf(request.params, 'item') ?? ''
  const part = asked.issue.parts.find(({ id }) => id === partId)
  const item = part?.kind === 'items' ? part.items.find((each) => each.key === key) : undefined
  return { ...asked, partId, key, item: item ?? null }
}

async function showItem(visit: Visit, came?: Came): Promise<FastifyReply> {
  const { reply } = visit
  const { item, ...asked } = await readItem(visit)
  if (item === null) return came ? keepWords(visit, asked) : showLetter(reply, asked)
  const { reader, network, partId } = asked
  const { t } = reader
  const words = wordsOf(item)
  const field = { max: longestTitle, rows: 1, isRequired: true }
  return drawTextsForm(asked, {
    steps: ['parts', partId, 'items', item.key],
    title: t('newsletter.issues.wordItem'),
    lead: <Passage text={item.title} as="span" />,
    seen: markOf(words),
    ...shownOf(came),
    before: <GatheredWords network={network.slug} item={item} />,
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

async function sendItem(visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit
  const { item, ...asked } = await readItem(visit)
  const { writing, issue, partId, key } = asked
  const isReset = typedValue(readValues(request.body), 'action') === 'reset'
  // Told no more, it is not told in one’s own words either.
  if (item === null) return isReset ? showLetter(reply, asked) : keepWords(visit, asked)
  const form = readForm(itemForm, request.body)
  const refused = refusalOf(asked, request, form.valid || isReset ? [] : form.errors)
  if (refused) return showItem(visit, refused)
  const typed = isReset || !form.valid ? null : form.data
  const isWritten = await writeItem(writing, issue, { partId, key }, typed)
  return isWritten ? goBack(reply, asked, `part-${partId}`) : showItem(visit, clashOf(request))
}

/** Gives the words back that were typed for an item that somebody’s gathering took away: they can become a text of the letter. */
function keepWords({ request }: Visit, { partId, key, ...asked }: Omit<ItemRequest, 'item'>): FastifyReply {
  const { reader, network } = asked
  const { t } = reader
  const draft = (...steps: string[]) => paths.draft(reader, network.slug, ...steps)
  return drawTextsForm(asked, {
    steps: ['parts', partId, 'items', key],
    title: t('newsletter.issues.gone.title'),
    isGone: true,
    action: draft('new', 'text'),
    saveLabel: t('newsletter.issues.gone.add'),
    before: <GoneNotice />,
    fields: contentFields(t, 'text', null),
    shown: { values: asFreeText(readValues(request.body)), errors: [] },
    // The id of the text to be, so that a second click adds it once.
    seen: newId(),
    buttons: <a href={`${draft()}#parts`}>{t('newsletter.issues.gone.leave')}</a>,
  })
}

function showLetter(reply: FastifyReply, { reader, network }: DraftRequest): FastifyReply {
  return reply.redirect(`${paths.draft(reader, network.slug)}?done=late`, 303)
}

/** That an item was taken away while somebody worded it, and what can be done with their words. */
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

/** Where an item comes from, and how its record words it now where that has changed under an editor’s own wording. */
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
