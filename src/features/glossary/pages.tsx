import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../platform/http/application.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { chooseText, type LocalizedName, plainText } from '../../platform/i18n/localized-text.ts'
import { addressFor } from '../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusal.ts'
import { EmptyState } from '../../ui/blocks/empty-state.tsx'
import { FactList } from '../../ui/blocks/fact-list.tsx'
import { Notice } from '../../ui/blocks/notice.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import { languageAttributes } from '../../ui/text/language-attributes.ts'
import { languageInWords } from '../../ui/text/language-in-words.ts'
import { Passage } from '../../ui/text/passage.tsx'
import { addLink, EditLink, mayAddRecord, RecordFoot } from '../contributions/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../networks/index.ts'
import {
  type GroupTerm,
  glossaryLanguages,
  glossaryTerms,
  listGroupTerms,
  lookUpTerm,
  termRecord,
} from '../translations/index.ts'

/** The terms of a group with those of the field, and each of the group’s own. */
export function addGlossaryRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now', 'done']) } })
  pages.get('/:language/:network/terms', loadNetworkRequest, renderTerms)
  pages.get('/:language/:network/terms/:slug', loadNetworkRequest, renderTerm)
}

async function renderTerms(visit: NetworkRequest) {
  const { context, reader, network } = visit
  const { t } = reader
  const own = await listGroupTerms(context, network.id)
  const mayAdd = mayAddRecord(context.actor, { networkId: network.id, owners: [] })
  const label = t(mayAdd ? 'glossary.list.add' : 'glossary.list.suggest')
  const add = addLink({ reader, actor: context.actor, network, kind: termRecord, label })
  return renderNetworkPage(visit, {
    title: t('glossary.list.title'),
    description: t('glossary.list.lead'),
    path: '/terms',
    width: 'wide',
    children: (
      <>
        <PageHeading lead={t('glossary.list.lead')} actions={own.length === 0 ? null : add}>
          {t('glossary.list.title')}
        </PageHeading>
        <Section id="own" title={t('glossary.list.own')} aside={own.length === 0 ? null : String(own.length)}>
          {own.length === 0 ? (
            <EmptyState title={t('glossary.list.none')} why={t('glossary.list.noneWhy')} next={add} />
          ) : (
            <OwnTerms visit={visit} terms={own} />
          )}
        </Section>
        <FieldTerms visit={visit} />
      </>
    ),
  })
}

/** A term as a row: its words by language, and a note in the reader’s. */
interface Row {
  key: string
  /** Null for a term of the field. */
  term: GroupTerm | null
  words: Partial<LocalizedName>
  note: ComponentChildren
}

function OwnTerms({ visit, terms }: { visit: NetworkRequest; terms: GroupTerm[] }) {
  const rows = terms.map(
    (term): Row => ({
      ...{ key: term.id, term, words: plainText(term.word) },
      note: <Passage as="span" text={term.note} />,
    }),
  )
  return <TermTable visit={visit} title="glossary.list.own" languages={visit.network.languages} rows={rows} />
}

/** What all groups share, in those of its languages that the group has; in all of them where it has none. */
function FieldTerms({ visit }: { visit: NetworkRequest }) {
  const { reader, network } = visit
  const known: readonly string[] = glossaryLanguages
  const shared = network.languages.filter((each) => known.includes(each))
  const rows = glossaryTerms().map(
    ({ key, words, notes }): Row => ({ key, term: null, words, note: notes[reader.interfaceLanguage] }),
  )
  return (
    <Section id="field" title={reader.t('glossary.list.field')} aside={String(rows.length)}>
      <p>{reader.t('glossary.list.fieldLead')}</p>
      <TermTable
        visit={visit}
        title="glossary.list.field"
        languages={shared.length === 0 ? known : shared}
        rows={rows}
      />
    </Section>
  )
}

interface TermTableProps {
  visit: NetworkRequest
  title: PlainMessageKey
  languages: readonly string[]
  rows: Row[]
}

/** Terms beside each other in some languages, that of the reader first. */
function TermTable({ visit: { reader, network }, title, languages, rows }: TermTableProps) {
  const own = languages.filter((each) => each === reader.language)
  const ordered = [...new Set([...own, ...languages])]
  const columns = ordered.map(
    (language, index): Column<Row> => ({
      key: language,
      label: languageInWords(reader, language),
      header: index === 0,
      cell: ({ term, words }) =>
        term !== null && index === 0 ? (
          <a href={addressFor(reader, `/${network.slug}/terms/${term.slug}`)}>
            <Passage as="span" text={term.word} />
          </a>
        ) : (
          <span {...languageAttributes(reader, language)}>{words[language]}</span>
        ),
    }),
  )
  const note = {
    key: 'note',
    label: reader.t('glossary.term.note'),
    wide: true,
    cell: (row: Row) => row.note,
  }
  return (
    <DataTable
      caption={reader.t(title)}
      captionHidden
      columns={[...columns, note]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  )
}

async function renderTerm(visit: NetworkRequest) {
  const { request, context, reader, network } = visit
  const { t } = reader
  const slug = parameterOf(request.params, 'slug') ?? ''
  const term = (await lookUpTerm(context, network.id, { slug })) ?? notFound(slug)
  const title = chooseText(term.word, reader.language)
  const record = { actor: context.actor, network, kind: termRecord, slug, organisationIds: [] }
  const said = { note: 'glossary.term.note', confused: 'translations.term.confused' } as const
  const words = network.languages.flatMap((language) =>
    term.word[language] === undefined
      ? []
      : [
          {
            term: languageInWords(reader, language),
            detail: <Passage as="span" text={{ [language]: term.word[language] }} />,
          },
        ],
  )
  const notes = (['note', 'confused'] as const).flatMap((key) =>
    Object.keys(term[key]).length === 0
      ? []
      : [{ term: t(said[key]), detail: <Passage as="span" text={term[key]} /> }],
  )
  return renderNetworkPage(visit, {
    title: title?.text ?? slug,
    description: t('glossary.list.lead'),
    path: `/terms/${slug}`,
    children: (
      <>
        <PageHeading kicker={t('glossary.list.own')} actions={<EditLink {...record} />}>
          <Passage as="span" text={term.word} tags="ask" />
        </PageHeading>
        {term.state === 'withdrawn' ? <Notice>{t('glossary.term.notUsed')}</Notice> : null}
        <FactList facts={[...words, ...notes]} />
        <p>
          <a href={addressFor(reader, `/${network.slug}/terms`)}>{t('glossary.term.all')}</a>
        </p>
        <RecordFoot {...record} />
      </>
    ),
  })
}
