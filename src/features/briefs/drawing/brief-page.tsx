import type { ComponentChildren } from 'preact'
import type { Passage as Words } from '../../../platform/documents/sheet.ts'
import { createSpeaker, joined } from '../../../platform/documents/speaker.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { Phrases } from '../../../ui/text/phrases.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import type { Statement } from '../items/item.ts'
import { sectionKeys } from '../items/skeleton.ts'
import { sourceWords } from '../items/source-words.ts'
import { paths } from '../paths.ts'
import { countStates } from './brief.ts'
import { askWords, computedOf, itemPassage, shortRoom, wholeRoom } from './brief-report.ts'
import type { Brief, BriefItem } from './schema.ts'

interface BriefTabsProps {
  network: string
  countries: readonly string[]
  /** The address of the page itself, where it is among them. */
  here?: string
}

/** All countries of a group beside each other, each of them, what an act requires, and the editions. */
export function BriefTabs({ network, countries, here }: BriefTabsProps) {
  const reader = useReader()
  const { t } = reader
  const tabs = [
    { label: t('briefs.brief.both'), href: paths.all(reader, network) },
    ...byOwnSide(reader, countries).map((each) => ({
      label: countryName(reader, each),
      href: paths.brief(reader, network, each),
    })),
    { label: t('briefs.path.link'), href: paths.legalPath(reader, network) },
    { label: t('briefs.editions.title'), href: paths.editions(reader, network) },
  ]
  return (
    <Tabs
      label={t('briefs.brief.title')}
      tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))}
    />
  )
}

interface BriefPageProps {
  network: string
  countries: readonly string[]
  brief: Brief
  mayEdit: boolean
  /** Whether the reader may put its open items to an office of that side. */
  mayAsk: boolean
  /** The contacts of that side with who holds them, for those who may see them. */
  contacts: ComponentChildren | null
}

/** What an official needs to know of the other country, item by item. */
export function BriefPage({ network, countries, brief, mayEdit, mayAsk, contacts }: BriefPageProps) {
  const reader = useReader()
  const { t } = reader
  const country = countryName(reader, brief.country)
  const isMachine = isAllMachine(brief, reader.language)
  const actions = (
    <>
      {(['pdf', 'docx', 'txt', 'json'] as const).map((ending) => (
        <>
          <a key={ending} class="button" href={paths.file(reader, network, brief.country, ending)}>
            {t(`briefs.file.${ending}`)}
          </a>{' '}
        </>
      ))}
      <PrintButton />
    </>
  )
  return (
    <>
      <PageHeading lead={t('briefs.brief.kicker')} actions={actions}>
        {t('briefs.brief.of', { country })}
      </PageHeading>
      <BriefTabs network={network} countries={countries} here={paths.brief(reader, network, brief.country)} />
      <p class="quiet">
        {t('briefs.brief.onDay', { day: dayWords(reader, brief.day) })} –{' '}
        {t('briefs.brief.tally', countStates(brief))}.
      </p>
      {isMachine ? <p class="quiet">{t('briefs.brief.machine')}</p> : null}
      {mayEdit ? (
        <p>
          <a href={paths.edit(reader, network, brief.country)}>{t('briefs.brief.edit')}</a> ·{' '}
          <a href={paths.history(reader, network, brief.country)}>{t('contributions.edit.history')}</a>
          {mayAsk ? (
            <>
              {' · '}
              <a href={paths.questions(reader, network, brief.country)}>{t('briefs.questions.ask')}</a>
            </>
          ) : null}
        </p>
      ) : null}
      {sectionKeys.map((section) => (
        <Section key={section} id={section} title={t(`briefs.section.${section}`)}>
          <FactList
            facts={brief.items
              .filter((item) => item.section === section)
              .map((item) => ({
                term: t(`briefs.item.${item.key}`),
                detail: (
                  <ItemDetail
                    brief={brief}
                    item={item}
                    network={network}
                    mayEdit={mayEdit}
                    tags={!isMachine}
                  />
                ),
              }))}
          />
          {section === 'contacts' ? contacts : null}
        </Section>
      ))}
    </>
  )
}

interface ItemDetailProps {
  brief: Brief
  item: BriefItem
  network: string
  mayEdit: boolean
  tags: boolean
}

function ItemDetail({ brief, item, network, mayEdit, tags }: ItemDetailProps) {
  const reader = useReader()
  const { t } = reader
  const { statement, state, line } = item
  return (
    <>
      {statement ? (
        <Passage text={statement.text} tags={tags} />
      ) : (
        <p class="quiet">{askWords(reader, brief)}</p>
      )}
      {computedOf(createSpeaker(reader), brief, item, wholeRoom).map((passage, index) => (
        <p key={index}>
          <Phrases passage={passage} />
        </p>
      ))}
      {Object.keys(line).length > 0 ? (
        <div>
          <span class="quiet">{t('briefs.brief.groupSays')}</span> <Passage text={line} as="span" />
        </div>
      ) : null}
      <p class="entry-meta">
        {state === 'known' ? null : <strong>{t(`briefs.state.${state}`)}</strong>}{' '}
        <Phrases passage={statement ? sourceOf(reader, statement) : []} />{' '}
        {mayEdit ? (
          <a href={paths.edit(reader, network, brief.country, item.key)}>
            {t('contributions.edit.change')}
            <span class="visually-hidden"> {t(`briefs.item.${item.key}`)}</span>
          </a>
        ) : null}
      </p>
    </>
  )
}

/** Where the words come from, for which day, and who read it last. */
function sourceOf(reader: Reader, statement: Statement): Words {
  const { source, sourceLanguage, sourceUrl, asOf, checkedOn, checkedBy } = statement
  const text = sourceWords(reader, statement)
  const isAsItIs = text.startsWith(source)
  const title = {
    text,
    ...(isAsItIs && sourceLanguage && sourceLanguage !== reader.language ? { language: sourceLanguage } : {}),
    ...(sourceUrl === '' ? {} : { href: sourceUrl }),
  }
  const asOfWords = asOf === null ? '' : reader.t('briefs.brief.asOf', { day: dayWords(reader, asOf) })
  // For a day in the past it was read since.
  const isRead = checkedOn !== null && checkedOn <= reader.today
  const read = isRead ? { day: dayWords(reader, checkedOn), by: checkedBy } : null
  const readWords =
    read && (checkedBy === '' ? reader.t('briefs.brief.readOn', read) : reader.t('briefs.brief.readBy', read))
  return joined(
    [title, { text: asOfWords }, { text: readWords ?? '' }].map((each) => (each.text === '' ? [] : [each])),
    ', ',
  )
}

// One sentence says it for all: a tag behind each of forty items is noise.
function isAllMachine({ items }: Brief, language: string): boolean {
  const states = items.flatMap(({ statement }) => chooseText(statement?.text ?? {}, language)?.state ?? [])
  return states.length > 0 && states.every((state) => state === 'machine')
}

interface CompareProps {
  network: string
  countries: readonly string[]
  /** One for each country, the reader’s own side first. */
  briefs: readonly Brief[]
}

/** The briefs of all countries of a group beside each other. */
export function ComparePage({ network, countries, briefs }: CompareProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('briefs.brief.kicker')} actions={<PrintButton />}>
        {t('briefs.brief.title')}
      </PageHeading>
      <BriefTabs network={network} countries={countries} here={paths.all(reader, network)} />
      {briefs.some((brief) => isAllMachine(brief, reader.language)) ? (
        <p class="quiet">{t('briefs.brief.machine')}</p>
      ) : null}
      <BriefTables briefs={briefs} />
    </>
  )
}

/** Several briefs in equal rows, a table a section. */
export function BriefTables({ briefs }: { briefs: readonly Brief[] }) {
  const reader = useReader()
  const { t } = reader
  const speaker = createSpeaker(reader)
  return (
    <>
      {sectionKeys.map((section) => (
        <Section key={section} id={section} title={t(`briefs.section.${section}`)}>
          <DataTable
            caption={t(`briefs.section.${section}`)}
            captionHidden
            rows={briefs[0]?.items.filter((item) => item.section === section) ?? []}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'item',
                label: t('briefs.brief.item'),
                header: true,
                cell: ({ key }) => t(`briefs.item.${key}`),
              },
              ...briefs.map((brief) => ({
                key: brief.country,
                label: countryName(reader, brief.country),
                wide: true,
                cell: ({ key }: BriefItem) => (
                  <Phrases
                    passage={brief.items
                      .filter((item) => item.key === key)
                      .flatMap((item) => itemPassage(speaker, brief, item, shortRoom))}
                  />
                ),
              })),
            ]}
          />
        </Section>
      ))}
    </>
  )
}
