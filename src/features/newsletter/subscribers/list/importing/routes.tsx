import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { dayOf } from '../../../../../platform/context/clock.ts'
import { writeCsv } from '../../../../../platform/documents/csv.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../../platform/http/visit.ts'
import { type FormState, fieldError } from '../../../../../platform/input/form.ts'
import { themes as allThemes, drawNetworkPage, type NetworkRequest } from '../../../../networks/index.ts'
import { addressDigest } from '../../address-digest.ts'
import { latestDay, readKeeperRequest, readOffer } from '../../call.ts'
import { guessCountry } from '../../intake/guessed-country.ts'
import { listKnown } from '../queries.ts'
import { type GivenList, readGivenList } from './call.ts'
import { readThemeWords } from './cell-readings.ts'
import { guessColumns, readColumns } from './columns/columns.ts'
import { importReaders } from './commands.ts'
import { readLineTable } from './line-table.ts'
import { mostLines } from './read-file.ts'
import { type ReadLine, readLines } from './read-lines.ts'
import { CheckPage, type JudgedLine } from './views/check-page.tsx'
import { ImportPage } from './views/import-page.tsx'

const place = '/:language/:network/newsletter/subscribers/import'

/** How a coordinator brings in a list of people who agreed elsewhere: read, shown line by line, and only then written. */
export function addImportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readKeeperRequest, showForm)
  pages.with({ config: { takesFiles: true } }).post(place, readKeeperRequest, async (asked) => {
    const { reply } = asked
    const given = await readGivenList(asked, asked, latestDay(application, asked.network))
    if (!('data' in given)) return showForm(asked, given)
    if (given.data.step === 'change') return showForm(asked, { values: given.values, errors: [] })
    const table = readLineTable(given.data.lines)
    if (table.rows.length === 0 || table.rows.length > mostLines) {
      const key = table.rows.length === 0 ? 'noLines' : 'tooManyLines'
      const errors = [fieldError('lines', `newsletter.subscribers.error.${key}`)]
      return showForm(asked, { values: given.values, errors })
    }
    const columns = readColumns(table.width, (index) => given.columns[index]) ?? guessColumns(table)
    const { languages } = await readOffer(asked)
    const ground = {
      languages,
      today: latestDay(application, asked.network),
      themeWords: readThemeWords(application.translate),
    }
    const lines = await judge(application, asked, readLines(table, columns, given.data, ground))
    if (given.data.step === 'refused') return sendRefused(reply, asked, lines)
    const isDone = given.data.step === 'write'
    if (isDone) await write(application, asked, given, lines)
    const { reader, network } = asked
    const page = { reader, network, lines, table, columns, values: given.values, isDone }
    return draw(asked, <CheckPage {...page} />)
  })
}

async function judge(
  { secret }: Application,
  { writing, network }: NetworkRequest,
  read: readonly ReadLine[],
): Promise<JudgedLine[]> {
  const digestOf = (address: string) => addressDigest(secret, address)
  const digests = read.map(({ address }) => digestOf(address))
  const known = await listKnown(writing, network.id, digests)
  return read.map((line) => ({ ...line, fault: line.fault ?? known.get(digestOf(line.address)) ?? null }))
}

async function write(
  application: Application,
  asked: NetworkRequest,
  { data }: GivenList,
  lines: readonly JudgedLine[],
): Promise<void> {
  const good = lines.filter(({ fault }) => fault === null)
  const refused = lines.length - good.length
  await importReaders(application, asked, good, { proofId: data.proof || null, refused })
}

/** The lines that were put aside, as a table: mended in it, it is sent again as a file. */
async function sendRefused(
  reply: FastifyReply,
  { reader }: NetworkRequest,
  lines: readonly JudgedLine[],
): Promise<FastifyReply> {
  const { t } = reader
  const titles = (['address', 'language', 'country', 'givenOn', 'words', 'themes'] as const).map((field) =>
    t(`newsletter.subscribers.column.${field}`),
  )
  const rows = lines.flatMap(({ fault, given, typed, language, country, givenOn, words, themes }) =>
    fault === null
      ? []
      : [
          [
            given || typed,
            language,
            country,
            givenOn,
            words,
            allThemes
              .filter((theme) => themes.includes(theme))
              .map((theme) => t(`networks.theme.${theme}`))
              .join(', '),
            t(`newsletter.subscribers.fate.${fault}`),
          ],
        ],
  )
  const slices = (async function* () {
    yield rows
  })()
  const csv = writeCsv([...titles, t('newsletter.subscribers.fate')], slices, reader.interfaceLanguage)
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="lines.csv"')
    .header('cache-control', 'private, no-store')
    .send((await Array.fromAsync(csv)).join(''))
}

async function showForm(asked: NetworkRequest, typed?: FormState): Promise<FastifyReply> {
  const { application, reader, network } = asked
  const { interfaceLanguage: language } = reader
  const country = guessCountry(undefined, language, network.countries)
  const usual = { language, country, givenOn: dayOf(application.clock) }
  return draw(
    withStatus(asked, typed && typed.errors.length > 0 ? 422 : 200),
    <ImportPage
      network={network}
      offer={await readOffer(asked)}
      form={typed ?? { values: usual, errors: [] }}
    />,
  )
}

function draw(asked: NetworkRequest, children: ComponentChildren): FastifyReply {
  return drawNetworkPage(asked, {
    title: asked.reader.t('newsletter.subscribers.import'),
    description: asked.reader.t('newsletter.subscribers.import'),
    path: '/newsletter/subscribers/import',
    noindex: true,
    children,
  }).header('cache-control', 'private, no-store')
}
