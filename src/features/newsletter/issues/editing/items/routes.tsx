import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../../../../platform/context/identifier.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { neverKept } from '../../../../../platform/http/never-kept.ts'
import { readForm, readValues, typedValue } from '../../../../../platform/input/form.ts'
import { parameterOf } from '../../../../../platform/input/parameters.ts'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { contentFields } from '../../additions/views/content-fields.tsx'
import { type DraftRequest, readDraftRequest } from '../../call.ts'
import { type IssueItem, wordsOf } from '../../part.ts'
import { paths } from '../../paths.ts'
import { markOf } from '../../same.ts'
import { type Came, clashOf, goBack, refusalOf, shownOf } from '../call.ts'
import { writeItem } from '../commands.ts'
import { drawTextsForm } from '../page.tsx'
import { itemForm, longestText, longestTitle } from '../schema.ts'
import { GatheredWords } from '../views/gathered-words.tsx'
import { asFreeText } from './free-text.ts'
import { GoneNotice } from './views/gone-notice.tsx'

type Call = [Application, FastifyRequest, FastifyReply]

/** Where an item of a letter is worded. */
export function addItemRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/newsletter/draft/parts/:part/items/:item'
  app.get(place, neverKept, (...call) => showItem([application, ...call]))
  app.post(place, neverKept, (...call) => sendItem([application, ...call]))
}

interface ItemRequest extends DraftRequest {
  partId: string
  key: string
  /** Null once it is told no more. */
  item: IssueItem | null
}

async function readItem([application, request]: Call): Promise<ItemRequest> {
  const asked = await readDraftRequest(application, request)
  const partId = parameterOf(request.params, 'part') ?? ''
  const key = parameterOf(request.params, 'item') ?? ''
  const part = asked.issue.parts.find(({ id }) => id === partId)
  const item = part?.kind === 'items' ? part.items.find((each) => each.key === key) : undefined
  return { ...asked, partId, key, item: item ?? null }
}

async function showItem(call: Call, came?: Came): Promise<FastifyReply> {
  const [application, request, reply] = call
  const { item, ...asked } = await readItem(call)
  if (item === null) return came ? keepWords(call, asked) : showLetter(reply, asked)
  const { reader, network, partId } = asked
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
  const { item, ...asked } = await readItem(call)
  const { writing, issue, partId, key } = asked
  const isReset = typedValue(readValues(request.body), 'action') === 'reset'
  // Told no more, it is not told in one’s own words either.
  if (item === null) return isReset ? showLetter(reply, asked) : keepWords(call, asked)
  const form = readForm(itemForm, request.body)
  const refused = refusalOf(asked, request, form.valid || isReset ? [] : form.errors)
  if (refused) return showItem(call, refused)
  const typed = isReset || !form.valid ? null : form.data
  const isWritten = await writeItem(writing, issue, { partId, key }, typed)
  return isWritten ? goBack(reply, asked, `part-${partId}`) : showItem(call, clashOf(request))
}

/** Gives the words back that were typed for an item that somebody’s gathering took away: they can become a text of the letter. */
function keepWords(
  [application, request, reply]: Call,
  { partId, key, ...asked }: Omit<ItemRequest, 'item'>,
): FastifyReply {
  const { reader, network } = asked
  const { t } = reader
  const draft = (...steps: string[]) => paths.draft(reader, network.slug, ...steps)
  return drawTextsForm(application, request, reply, asked, {
    steps: ['parts', partId, 'items', key],
    title: t('newsletter.issues.gone.title'),
    isGone: true,
    action: draft('new', 'text'),
    saveLabel: t('newsletter.issues.gone.add'),
    before: <GoneNotice reader={reader} />,
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
