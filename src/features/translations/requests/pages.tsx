import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { personIdOf } from '../../../platform/context/actor.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { Application, ShownPage } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { readNext } from '../../../platform/input/next.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
import type { TextApart } from '../../../platform/translation/text-owner.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'
import { renderFor, useReader } from '../../../ui/reader.tsx'
import { replaceMarks } from '../../../ui/text/ask-mark.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { loadNetworkRequest, mayTranslate } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayAskForTranslation } from '../policy.ts'
import { askForTranslation, endRequest } from './commands.ts'
import { apartPath, listMissingPlaces, listWaitingFor, type Waiting } from './queries.ts'

/** Where a person asks for translations, and takes that back: one form for all texts of a page. */
export function addRequestRoutes(app: FastifyInstance, application: Application): void {
  pagesOf(app, application).post(
    '/:language/:network/translations/requests',
    loadNetworkRequest,
    async ({ request, reply, writing, reader, network }) => {
      if (!mayAskForTranslation(writing.actor, network.id)) notFound('translations')
      const end = parameterOf(request.body, 'end')
      const asked = end ?? parameterOf(request.body, 'ask') ?? ''
      const [recordKind = '', recordId = '', path = '', language = ''] = asked.split('/')
      if (!isId(recordId)) notFound(asked)
      const place = { networkId: network.id, recordKind, recordId, path, language }
      if (end === undefined) await askForTranslation(writing, application, place)
      else await endRequest(writing, place)
      const back = readNext(parameterOf(request.body, 'back')) ?? `/${reader.language}/${network.slug}`
      return reply.redirect(`${back}#${markId(place)}`, 303)
    },
  )
}

/** A text that a page shows, and that may be asked for. */
interface Asked {
  recordKind: string
  recordId: string
  path: string
  /** Of its page in the editor; null where only some read it. */
  textId: string | null
}

const markId = ({ recordId, path }: Pick<Asked, 'recordId' | 'path'>) => `ask-${recordId}-${path}`

/** Writes the button that asks for a translation to each text of a page that the reader cannot read and that may be asked for. */
export async function fillMarks(application: Application, page: ShownPage, html: string): Promise<string> {
  const { context, reader, network, address } = page
  const { unread = [], person } = reader
  const common = (person?.reads ?? []).filter((each) => network.languages.includes(each))
  const language = common.includes(reader.language) ? reader.language : common[0]
  if (language === undefined) return sayNoLanguage(page, html)
  const asked = await findAsked(application, page, language)
  const waiting = await listWaitingFor(context, network.id, {
    recordIds: asked.flatMap((each) => each?.recordId ?? []),
    language,
    personId: personIdOf(context.actor),
  })
  const hasMachine =
    openTranslator(application.settings.translation) !== null && mayTranslate(context.actor, network.id)
  const action = paths.requests(reader, network.slug)
  const seen = new Set<string>()
  const filled = replaceMarks(html, (index) => {
    const each = asked[index]
    const { text } = unread[index] ?? {}
    if (!each || !text) return ''
    const id = markId(each)
    const isFirst = !seen.has(id)
    seen.add(id)
    const machine = hasMachine && each.textId ? paths.machineNow(reader, network.slug, each.textId) : null
    return renderFor(reader, () => (
      <Ask
        id={isFirst ? id : undefined}
        value={`${each.recordKind}/${each.recordId}/${each.path}/${language}`}
        language={language}
        waiting={waiting.find(({ recordId, path }) => recordId === each.recordId && path === each.path)}
        machine={machine}
      />
    ))
  })
  if (seen.size === 0) return filled
  const form = renderFor(reader, () => (
    <form id="ask" method="post" action={action}>
      <input type="hidden" name="back" value={address} />
    </form>
  ))
  return filled.replace('</main>', () => `${form}</main>`)
}

async function findAsked(
  application: Application,
  { context, reader, network, address }: ShownPage,
  language: string,
): Promise<(Asked | null)[]> {
  const { unread = [] } = reader
  const own = address.slice(`/${reader.language}/${network.slug}`.length).replace(/[?#].*/, '')
  const digests = unread.map(({ text }) => wordsDigest(text[originalLanguage(text) ?? '']?.text ?? ''))
  const places = await listMissingPlaces(context, network.id, { digests, language, address: own })
  const apart: TextApart[] = []
  for (const owner of application.apartTexts) {
    const ids = unread.flatMap((each) => (each.apart?.kind === owner.kind ? each.apart.id : []))
    if (ids.length > 0) apart.push(...(await owner.listApart(context, network.id, ids)))
  }
  return unread.map(({ apart: own }, index) => {
    if (own === null) return places.find(({ digest }) => digest === digests[index]) ?? null
    const { kind: recordKind, id: recordId } = own
    const isOpen = apart.some((each) => each.recordId === recordId && each.isOpen)
    return isOpen ? { recordKind, recordId, path: apartPath, textId: null } : null
  })
}

// A group that works in none of the reader's languages: said once, at the first text.
function sayNoLanguage({ reader, network }: ShownPage, html: string): string {
  let isSaid = false
  return replaceMarks(html, () => {
    if (isSaid) return ''
    isSaid = true
    return renderFor(reader, () => <NoLanguage languages={network.languages} />)
  })
}

function NoLanguage({ languages }: { languages: readonly string[] }) {
  const reader = useReader()
  return (
    <span class="ask">
      {reader.t('translations.ask.noLanguage', { languages: inWords(reader, languages) })}{' '}
      <a href={`/${reader.interfaceLanguage}/account#profile`}>
        {reader.t('translations.ask.yourLanguages')}
      </a>
    </span>
  )
}

const inWords = (reader: Reader, languages: readonly string[]) =>
  languages.map((each) => languageInWords(reader, each)).join(', ')

interface AskProps {
  /** Once on a page. */
  id: string | undefined
  value: string
  language: string
  waiting: Waiting | undefined
  /** Where a machine is asked; null without one. */
  machine: string | null
}

function Ask({ id, value, language, waiting, machine }: AskProps) {
  const reader = useReader()
  const { t } = reader
  const into = <span class="visually-hidden"> ({languageInWords(reader, language)})</span>
  const isAsked = waiting !== undefined && waiting.since !== null
  return (
    <span class="ask" id={id}>
      {isAsked
        ? `${t('translations.ask.asked', { day: dayWords(reader, waiting.since ?? ''), count: waiting.count })} `
        : null}
      <button class="link-button" type="submit" form="ask" name={isAsked ? 'end' : 'ask'} value={value}>
        {t(isAsked ? 'translations.ask.takeBack' : 'translations.ask.ask')}
        {into}
      </button>
      {machine === null ? null : (
        <button class="link-button" type="submit" form="ask" formaction={machine}>
          {t('translations.ask.machine')}
          {into}
        </button>
      )}
    </span>
  )
}

// Identifies the words of a text, as the index does.
function wordsDigest(words: string): string {
  return createHash('md5').update(words).digest('hex')
}
