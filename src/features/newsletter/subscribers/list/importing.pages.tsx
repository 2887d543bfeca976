import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { dayOf } from '../../../../platform/context/clock.ts'
import { writeCsv } from '../../../../platform/documents/csv.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { sendFile } from '../../../../platform/http/send-file.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { isInterfaceLanguage, languageNames } from '../../../../platform/i18n/languages.ts'
import { type FormState, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { FileField } from '../../../../ui/form/file-field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { countryOptions } from '../../../directory/index.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import {
  themes as allThemes,
  type Network,
  type NetworkRequest,
  renderNetworkPage,
} from '../../../networks/index.ts'
import { guessCountry } from '../guessed-country.ts'
import { addressDigest } from '../link.ts'
import { paths } from '../paths.ts'
import { latestDay, loadKeeperRequest, type Offer, readOffer } from '../request.ts'
import { mostLetters } from '../schema.ts'
import { BeneathList } from './beneath-list.tsx'
import { readThemeWords } from './cell-readings.ts'
import { CheckPage, type JudgedLine } from './check-page.tsx'
import { importReaders } from './importing.commands.ts'
import { type GivenList, mostProofBytes, proofEndings, readGivenList } from './importing.request.ts'
import { guessColumns, readColumns } from './importing-columns.ts'
import { readLineTable } from './line-table.ts'
import { listKnown } from './queries.ts'
import { mostLines, type ReadLine, readLines } from './read-lines.ts'

const place = '/:language/:network/newsletter/subscribers/import'

/** Imports a list of people who agreed elsewhere: it is read, shown line by line, and only then written. */
export function addImportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, loadKeeperRequest, (visit) => {
    const { interfaceLanguage: language } = visit.reader
    const country = guessCountry(undefined, language, visit.network.countries)
    return showForm(visit, { values: { language, country, givenOn: dayOf(application.clock) }, errors: [] })
  })
  addNetworkAction(pages, place, {
    open: loadKeeperRequest,
    upload: { fields: ['file', 'document'], mostBytes: mostProofBytes, mostFiles: 2 },
    schema: (visit, values) => readGivenList(visit, values, latestDay(application, visit.network)),
    again: showForm,
    save: async (visit, { data, ...given }, _choices, values) => {
      if (data.step === 'change') return { status: 200 }
      const table = readLineTable(data.lines)
      if (table.rows.length === 0 || table.rows.length > mostLines) {
        const key = table.rows.length === 0 ? 'noLines' : 'tooManyLines'
        return [fieldError('lines', `newsletter.subscribers.error.${key}`)]
      }
      const columns = readColumns(table.width, (index) => given.columns[index]) ?? guessColumns(table)
      const { languages } = await readOffer(visit)
      const context = {
        languages,
        today: latestDay(application, visit.network),
        themeWords: readThemeWords(application.translate),
      }
      const lines = await judge(application, visit, readLines(table, columns, data, context))
      const isDone = data.step === 'write'
      if (isDone) await write(application, visit, data, lines)
      const shown = { network: visit.network, lines, table, columns, values, isDone }
      if (data.step === 'refused') await sendRefused(visit, lines)
      else render(visit, <CheckPage {...shown} />)
      return null
    },
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
  visit: NetworkRequest,
  data: GivenList['data'],
  lines: readonly JudgedLine[],
): Promise<void> {
  const good = lines.filter(({ fault }) => fault === null)
  const refused = lines.length - good.length
  await importReaders(application, visit, good, { proofId: data.proof || null, refused })
}

/** The refused lines as a table, to be corrected and sent again as a file. */
async function sendRefused(
  { reply, reader }: NetworkRequest,
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
  const text = (await Array.fromAsync(csv)).join('')
  return sendFile(reply.header('cache-control', 'private, no-store'), 'lines.csv', text)
}

async function showForm(visit: NetworkRequest, form: FormState): Promise<FastifyReply> {
  return render(visit, <ImportPage network={visit.network} offer={await readOffer(visit)} form={form} />)
}

function render(visit: NetworkRequest, children: ComponentChildren): FastifyReply {
  return renderNetworkPage(visit, {
    title: visit.reader.t('newsletter.subscribers.import'),
    description: visit.reader.t('newsletter.subscribers.import'),
    path: '/newsletter/subscribers/import',
    noindex: true,
    isNeverKept: true,
    children,
  })
}

const tableEndings = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.ods', '.xls', 'text/csv']

interface ImportPageProps {
  network: Network
  offer: Offer
  form: FormState
}

/** The form for a pasted list of addresses, with how and when these people agreed. */
function ImportPage({ network, offer, form }: ImportPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <BeneathList network={network} lead={t('newsletter.subscribers.importLead')}>
        {t('newsletter.subscribers.import')}
      </BeneathList>
      <form
        method="post"
        action={paths.import(reader, network.slug)}
        enctype="multipart/form-data"
        class="form"
        novalidate
      >
        <FormFields form={form}>
          {/* The document of the previous check is stored already. */}
          <input type="hidden" name="proof" value={typedValue(form.values, 'proof')} />
          <ErrorList form={form} />
          <TextAreaField
            name="lines"
            label={t('newsletter.subscribers.lines')}
            hint={t('newsletter.subscribers.linesHint')}
            max={mostLetters}
            rows={10}
          />
          <TextAreaField
            name="words"
            label={t('newsletter.subscribers.declarationOfAll')}
            hint={t('newsletter.subscribers.declarationHint')}
            max={1000}
            rows={3}
          />
          <DayField name="givenOn" label={t('newsletter.subscribers.givenOn')} required />
          <ChoiceField
            name="language"
            label={t('newsletter.subscribers.language')}
            options={offer.languages
              .filter(isInterfaceLanguage)
              .map((value) => ({ value, label: languageNames[value] }))}
            required
          />
          <ChoiceField
            name="country"
            label={t('newsletter.subscribers.countryOfAll')}
            options={countryOptions(reader, network.countries)}
            isFolded
            required
          />
          {/* Last, so that what was typed is read before a file that is too large. */}
          <FileField
            name="file"
            label={t('newsletter.subscribers.file')}
            kinds={t('newsletter.subscribers.fileKinds')}
            accept={tableEndings}
            mostBytes={mostProofBytes}
            hint={t('newsletter.subscribers.fileHint')}
          />
          <FileField
            name="document"
            label={t('newsletter.subscribers.document')}
            kinds={t('newsletter.subscribers.documentKinds')}
            accept={proofEndings}
            mostBytes={mostProofBytes}
            hint={t('newsletter.subscribers.documentHint')}
          />
          {typedValue(form.values, 'proof') === '' ? null : (
            <p>
              <a href={paths.proof(reader, network.slug, typedValue(form.values, 'proof'))}>
                {t('newsletter.subscribers.proofKept')}
              </a>
            </p>
          )}
          <p class="form-end">
            <button type="submit" name="step" value="check" class="button primary">
              {t('newsletter.subscribers.check')}
            </button>
          </p>
          <p class="form-note">{t('newsletter.subscribers.importNote')}</p>
        </FormFields>
      </form>
    </>
  )
}
