import { describeDate } from '../../../platform/dates/index.ts'
import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Figures } from '../../../ui/blocks/figures.tsx'
import { SearchForm } from '../../../ui/form/search-form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { directoryAddress } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { Figures as NetworkFigures } from '../../registry/index.ts'

export interface HomeEntry {
  network: Network
  /** ISO day that the network calls today, the day of its figures. */
  today: string
  figures: NetworkFigures
}

interface HomePageProps {
  entries: HomeEntry[]
  /** Today by the clock. */
  actualDay: string
  /** Nobody has an account yet. */
  isNobodyHere: boolean
}

/** What this site is, its country groups, and a search for any authority. */
export function HomePage({ entries, actualDay, isNobodyHere }: HomePageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('site.home.lead')}>{t('site.home.title')}</PageHeading>
      {entries.length === 0 ? <NoNetwork /> : <Groups entries={entries} actualDay={actualDay} />}
      {isNobodyHere && entries[0] ? <NoPerson network={entries[0].network.slug} /> : null}
      <Section
        id="directory"
        title={t('site.home.directory')}
        aside={<a href={directoryAddress(reader)}>{t('site.home.directoryBrowse')}</a>}
      >
        <p>{t('site.home.directoryLead')}</p>
        <SearchForm
          action={directoryAddress({ ...reader, now: null })}
          label={t('site.home.directorySearch')}
          id="directory-search"
        />
      </Section>
    </>
  )
}

function Groups({ entries, actualDay }: Omit<HomePageProps, 'isNobodyHere'>) {
  const reader = useReader()
  return (
    <Section id="groups" title={reader.t('site.home.groups')}>
      <EntryList
        entries={entries.map(({ network, today, figures }) => ({
          key: network.slug,
          title: <Name name={network.name} own={otherLanguage(reader, network)} />,
          href: addressFor(reader, `/${network.slug}`),
          body: (
            <>
              <Passage text={network.summary} />
              <NetworkCount network={network} figures={figures} today={today} actualDay={actualDay} />
            </>
          ),
        }))}
      />
    </Section>
  )
}

interface NetworkCountProps extends HomeEntry {
  actualDay: string
}

function NetworkCount({ network, figures, today, actualDay }: NetworkCountProps) {
  const reader = useReader()
  const { t } = reader
  const asOf =
    today === actualDay ? null : t('site.home.asOf', { day: describeDate(today, reader.interfaceLanguage) })
  return (
    <Figures
      figures={[
        {
          value: figures.cooperations,
          label: t('site.home.cooperations', { count: figures.cooperations }),
          href: addressFor(reader, `/${network.slug}/cooperations`),
        },
        {
          value: figures.seeking,
          label: t('site.home.seeking', { count: figures.seeking }),
          href: `${addressFor(reader, `/${network.slug}`)}#looking`,
        },
      ]}
    >
      {asOf}
    </Figures>
  )
}

/** The network’s own second language: its name there appears beside the reader’s. */
function otherLanguage(reader: Reader, { languages }: Network): string | undefined {
  return languages.find((language) => language !== reader.language)
}

/** How to begin on a server that has no country group: the command itself, and its arguments. */
function NoNetwork() {
  const { t } = useReader()
  return (
    <Section id="begin" title={t('site.home.emptyTitle')}>
      <p class="lead">{t('site.home.emptyWhy')}</p>
      <Command line="npx entente network add france-maroc --countries FR,MA --languages fr,ar,en" />
      <p>{t('site.home.emptyNext')}</p>
      <p>{t('site.home.emptyExample')}</p>
      <Command line="npx entente seed france-coree" />
    </Section>
  )
}

/** Who looks after the first group, and their way in. */
function NoPerson({ network }: { network: string }) {
  const { t } = useReader()
  const address = 'coordination@example.org'
  return (
    <Section id="people" title={t('site.home.nobodyTitle')}>
      <p>{t('site.home.nobodyWhy')}</p>
      <Command
        line={`npx entente user add ${address} --network ${network} --role coordinator --name "Claire Exemple"`}
      />
      <Command line={`npx entente sign-in-link ${address}`} />
      <p>{t('site.home.nobodyNext')}</p>
    </Section>
  )
}

function Command({ line }: { line: string }) {
  return (
    <p class="notice command">
      <code lang="en" translate={false}>
        {line.split(' ').flatMap((word, index) => [index === 0 ? '' : ' ', <span key={index}>{word}</span>])}
      </code>
    </p>
  )
}
