import type { ComponentChildren } from 'preact'
import type { Passage as Words } from '../../../platform/documents/sheet.ts'
import { createSpeaker, joined } from '../../../platform/documents/speaker.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
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
import { type SectionKey, sectionKeys } from '../items/skeleton.ts'
import { sourceWords } from '../items/source-words.ts'
import { briefTitle, paths } from '../paths.ts'
import { countStates } from './brief.ts'
import { askWords, computedOf, itemPassage, shortRoom, wholeRoom } from './brief-report.ts'
import type { Brief, BriefItem } from './schema.ts'

type BriefNetwork = Pick<RecordNetwork, 'slug' | 'countries'>

/** All countries of a group beside each other, each of them, what an act requires, and the editions; `here`: the page itself, where it is among them. */
export function BriefTabs({ network, here }: { network: BriefNetwork; here?: string }) {
  const reader = useReader()
  const { t } = reader
  const { slug, countries } = network
  const tabs = [
    { label: t('briefs.brief.both'), href: paths.all(reader, slug) },
    ...byOwnSide(reader, countries).map((each) => ({
      label: countryName(reader, each),
      href: paths.brief(reader, slug, each),
    })),
    { label: t('briefs.path.link'), href: paths.legalPath(reader, slug) },
    { label: t('briefs.editions.title'), href: paths.editions(reader, slug) },
  ]
  return (
    <Tabs
      label={t('briefs.brief.title')}
      tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))}
    />
  )
}

interface BriefPageProps {
  network: BriefNetwork
  brief: Brief
  mayEdit: boolean
  /** Whether the reader may put its open items to an office of that side. */
  mayAsk: boolean
  /** The contacts of that side with who holds them, for those who may see them. */
  contacts: ComponentChildren | null
}

/** What an official needs to know of the other country, item by item. */
export function BriefPage({ network, brief, mayEdit, mayAsk, contacts }: BriefPageProps) {
  const reader = useReader()
  const { t } = reader
  const { slug } = network
  const { country, items } = brief
  const isMachine = isAllMachine(brief, reader.language)
  const files = (['pdf', 'docx', 'txt', 'json'] as const).map((ending) => (
    <>
      <a key={ending} class="button" href={paths.file(reader, slug, country, ending)}>
        {t(`briefs.file.${ending}`)}
      </a>{' '}
    </>
  ))
  const actions = (
    <>
      {files}
      <PrintButton />
    </>
  )
  return (
    <>
      <PageHeading lead={t('briefs.brief.kicker')} actions={actions}>
        {briefTitle(reader, country)}
      </PageHeading>
      <BriefTabs network={network} here={paths.brief(reader, slug, country)} />
      <p class="quiet">
        {t('briefs.brief.onDay', { day: dayWords(reader, brief.day) })} –{' '}
        {t('briefs.brief.tally', countStates(brief))}.
      </p>
      {isMachine ? <p class="quiet">{t('briefs.brief.machine')}</p> : null}
      {mayEdit ? (
        <p>
          <a href={paths.edit(reader, slug, country)}>{t('briefs.brief.edit')}</a> ·{' '}
          <a href={paths.history(reader, slug, country)}>{t('contributions.edit.history')}</a>
          {mayAsk ? (
            <>
              {' · '}
              <a href={paths.questions(reader, slug, country)}>{t('briefs.questions.ask')}</a>
            </>
          ) : null}
        </p>
      ) : null}
      <Sections items={items}>
        {(own, section) => (
          <>
            <FactList
              facts={own.map((item) => ({
                term: t(`briefs.item.${item.key}`),
                detail: (
                  <ItemDetail
                    brief={brief}
                    item={item}
                    change={mayEdit ? paths.edit(reader, slug, country, item.key) : null}
                    tags={!isMachine}
                  />
                ),
              }))}
            />
            {section === 'contacts' ? contacts : null}
          </>
        )}
      </Sections>
    </>
  )
}

interface SectionsProps {
  items: readonly BriefItem[]
  children(own: BriefItem[], section: SectionKey): ComponentChildren
}

/** Items under the headings of their sections; a section of which there is none is left out. */
export function Sections({ items, children }: SectionsProps) {
  const { t } = useReader()
  return (
    <>
      {sectionKeys.map((section) => {
        const own = items.filter((item) => item.section === section)
        return own.length === 0 ? null : (
          <Section key={section} id={section} title={t(`briefs.section.${section}`)}>
            {children(own, section)}
          </Section>
        )
      })}
    </>
  )
}

interface ItemDetailProps {
  brief: Brief
  item: BriefItem
  /** The address of its form, for those who may change it. */
  change: string | null
  tags: boolean
}

function ItemDetail({ brief, item: { key, statement, state, line }, change, tags }: ItemDetailProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {statement ? (
        <Passage text={statement.text} tags={tags} />
      ) : (
        <p class="quiet">{askWords(reader, brief)}</p>
      )}
      {computedOf(createSpeaker(reader), brief, key, wholeRoom).map((passage, index) => (
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
        {change === null ? null : (
          <a href={change}>
            {t('contributions.edit.change')}
            <span class="visually-hidden"> {t(`briefs.item.${key}`)}</span>
          </a>
        )}
      </p>
    </>
  )
}

/** Where the words come from, for which day, and who read it last. */
function sourceOf(reader: Reader, statement: Statement): Words {
  const { t, language, today } = reader
  const { source, sourceLanguage, sourceUrl, asOf, checkedOn, checkedBy } = statement
  const text = sourceWords(reader, statement)
  const isAsItIs = text.startsWith(source)
  const title = {
    text,
    ...(isAsItIs && sourceLanguage && sourceLanguage !== language ? { language: sourceLanguage } : {}),
    ...(sourceUrl === '' ? {} : { href: sourceUrl }),
  }
  const asOfWords = asOf === null ? '' : t('briefs.brief.asOf', { day: dayWords(reader, asOf) })
  // For a day in the past it was read since.
  const readOn = checkedOn !== null && checkedOn <= today ? dayWords(reader, checkedOn) : null
  const by = checkedBy === '' ? 'briefs.brief.readOn' : 'briefs.brief.readBy'
  const readWords = readOn === null ? '' : t(by, { day: readOn, by: checkedBy })
  const told = [title, { text: asOfWords }, { text: readWords }].filter(({ text }) => text !== '')
  return joined(
    told.map((each) => [each]),
    ', ',
  )
}

// One sentence says it for all: a tag behind each of forty items is noise.
function isAllMachine({ items }: Brief, language: string): boolean {
  const states = items.flatMap(({ statement }) => chooseText(statement?.text ?? {}, language)?.state ?? [])
  return states.length > 0 && states.every((state) => state === 'machine')
}

/** The briefs of all countries of a group beside each other, the reader’s own side first. */
export function ComparePage({ network, briefs }: { network: BriefNetwork; briefs: readonly Brief[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('briefs.brief.kicker')} actions={<PrintButton />}>
        {t('briefs.brief.title')}
      </PageHeading>
      <BriefTabs network={network} here={paths.all(reader, network.slug)} />
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
  const columns = briefs.map((brief) => ({
    key: brief.country,
    label: countryName(reader, brief.country),
    wide: true,
    cell: ({ key }: BriefItem) => {
      const item = brief.items.find((each) => each.key === key)
      return <Phrases passage={item ? itemPassage(speaker, brief, item, shortRoom) : []} />
    },
  }))
  return (
    <Sections items={briefs[0]?.items ?? []}>
      {(own, section) => (
        <DataTable
          caption={t(`briefs.section.${section}`)}
          captionHidden
          rows={own}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'item',
              label: t('briefs.brief.item'),
              header: true,
              cell: ({ key }) => t(`briefs.item.${key}`),
            },
            ...columns,
          ]}
        />
      )}
    </Sections>
  )
}
