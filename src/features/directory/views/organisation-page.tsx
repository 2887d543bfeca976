import { describeDate } from '../../../platform/dates/index.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import { Breadcrumb } from '../../../ui/blocks/breadcrumb.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { baseMap } from '../../../ui/map/base-map.ts'
import { BaseSymbols, InsetUse } from '../../../ui/map/base-symbols.tsx'
import { placeEnd } from '../../../ui/map/places.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { hasBegun } from '../continuation.ts'
import { countryName, ownLanguageOf } from '../country-name.ts'
import { kindName, kindTitle } from '../kind-name.ts'
import { kindNote } from '../kind-note.ts'
import { isOwn, type OrganisationRef, shortNames } from '../organisation.ts'
import { directoryAddress, organisationAddress } from '../paths.ts'
import type { OrganisationRecord } from '../queries.ts'
import type { NetworkUse } from '../uses.queries.ts'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { reporterOf } from './succession-words.ts'

export interface OrganisationPageProps {
  organisation: OrganisationRecord
  /** From the nearest upwards. */
  ancestors: OrganisationRef[]
  relatives: { unions: OrganisationRef[]; members: OrganisationRef[]; children: OrganisationRef[] }
  uses: NetworkUse[]
}

/** What the directory knows of one organisation, in whichever networks it takes part. */
export function OrganisationPage({ organisation, ancestors, relatives, uses }: OrganisationPageProps) {
  const reader = useReader()
  const { country, kind } = organisation
  const note = kindNote(reader, kind)
  return (
    <>
      <Breadcrumb
        steps={[
          { label: reader.t('directory.search.title'), href: directoryAddress(reader) },
          { label: countryName(reader, country), href: directoryAddress(reader, { country }) },
          ...[...ancestors].reverse().map((above) => ({
            label: <Name name={shortNames(above)} />,
            href: organisationAddress(reader, above.slug),
          })),
        ]}
        current={<Name name={shortNames(organisation)} />}
      />
      <PageHeading
        kicker={kindTitle(reader, kind)}
        lead={
          <>
            <Passage text={organisation.about} />
            {note ? <p>{note}</p> : null}
          </>
        }
      >
        <Name name={organisation.name} own={ownLanguageOf(country)} />
      </PageHeading>
      <ValidityNotice organisation={organisation} />
      <div class="columns">
        <Facts organisation={organisation} ancestors={ancestors} />
        <PlaceMap organisation={organisation} />
      </div>
      <NetworkUses slug={organisation.slug} uses={uses} />
      <History organisation={organisation} />
      <Relatives relatives={relatives} />
      <DataSources organisation={organisation} licences={addressFor(reader, '/licences')} />
    </>
  )
}

interface DataSourcesProps {
  organisation: OrganisationRecord
  /** Address of the page on licences. */
  licences: string
}

/** Where the facts of the page come from, and under which licence. */
function DataSources({ organisation: { key, country }, licences }: DataSourcesProps) {
  const reader = useReader()
  return (
    <section class="section">
      <p class="result-count">
        {reader.t(wordsFor(key, country))} <a href={licences}>{reader.t('directory.page.licences')}</a>
      </p>
    </section>
  )
}

function wordsFor(key: string, country: string) {
  if (isOwn({ key })) return 'directory.page.sourcesOwn'
  if (country === 'FR') return 'directory.page.sourcesFrance'
  return country === 'KR' ? 'directory.page.sourcesKorea' : 'directory.page.sourcesElsewhere'
}

/** The networks that know an organisation, each with a link to its own page on it. */
function NetworkUses({ slug, uses }: { slug: string; uses: NetworkUse[] }) {
  const reader = useReader()
  return (
    <Section id="networks" title={reader.t('directory.page.networks')}>
      {uses.length === 0 ? (
        <p>{reader.t('directory.page.noNetworks')}</p>
      ) : (
        <EntryList
          entries={uses.map((use) => ({
            key: use.slug,
            title: <Name name={use.name} />,
            href: addressFor(reader, `/${use.slug}/organisations/${slug}`),
            meta: wordsOf(reader, use).join(' · '),
          }))}
        />
      )}
    </Section>
  )
}

function wordsOf({ t }: Reader, use: NetworkUse): string[] {
  const words = [
    use.cooperations > 0 ? t('directory.page.cooperations', { count: use.cooperations }) : '',
    use.seeksPartner ? t('directory.page.seeks') : '',
    use.isMember ? t('directory.page.member') : '',
  ].filter((word) => word !== '')
  return words.length > 0 ? words : [t('directory.page.mentioned')]
}

/** States that an organisation has ended, will end or does not exist yet on the reader's day, and how sure that is. */
function ValidityNotice({ organisation }: { organisation: OrganisationRecord }) {
  const reader = useReader()
  const { validFrom, validUntil } = organisation
  const isPress = reporterOf(organisation) === 'press'
  const state =
    validUntil !== null && validUntil <= reader.today
      ? { words: isPress ? keys.endedPress : keys.ended, day: validUntil }
      : validFrom !== null && !hasBegun(organisation, reader.today)
        ? { words: isPress ? keys.beginsPress : keys.begins, day: validFrom }
        : validUntil !== null
          ? { words: isPress ? keys.endsPress : keys.ends, day: validUntil }
          : null
  if (state === null) return null
  return (
    <Notice kind="warning">
      <p>{reader.t(state.words, { day: describeDate(state.day, reader.interfaceLanguage) })}</p>
    </Notice>
  )
}

const keys = {
  ended: 'directory.page.ended',
  endedPress: 'directory.page.endedPress',
  begins: 'directory.page.begins',
  beginsPress: 'directory.page.beginsPress',
  ends: 'directory.page.ends',
  endsPress: 'directory.page.endsPress',
} as const

const width = 300

/** A map of where an organisation lies in its country; nothing when that is unknown or outside the picture. */
function PlaceMap({ organisation }: { organisation: OrganisationRecord }) {
  const reader = useReader()
  const { country, latitude, longitude, name } = organisation
  if (latitude === null || longitude === null) return null
  const base = baseMap([country])
  const [inset] = base.insets
  if (!inset) return null
  const scale = Math.min(1, width / inset.width)
  const placement = { inset, x: 0, y: 0, scale }
  const { at } = placeEnd({ name, country, point: [longitude, latitude] }, [placement])
  if (!at) return null
  const size = { width: Math.round(inset.width * scale), height: Math.round(inset.height * scale) }
  const label = reader.t('directory.page.map', {
    name: chooseName(name, reader.language).text,
    country: countryName(reader, country),
  })
  return (
    <figure class="map">
      <BaseSymbols base={base} id="place" />
      <svg {...size} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        <InsetUse placement={placement} id="place" />
        <circle class="map-end side-1" cx={at[0]} cy={at[1]} r="6" />
      </svg>
    </figure>
  )
}

interface RelativesProps {
  relatives: { unions: OrganisationRef[]; members: OrganisationRef[]; children: OrganisationRef[] }
}

/** The groupings an authority belongs to, its members, and what lies within its territory. */
function Relatives({ relatives: { unions, members, children } }: RelativesProps) {
  return (
    <>
      <Related id="unions" title="directory.page.unions" related={unions} />
      <Related id="members" title="directory.page.members" related={members} isPlain />
      <Related id="children" title="directory.page.children" related={children} />
    </>
  )
}

interface RelatedProps {
  id: string
  title: 'directory.page.unions' | 'directory.page.members' | 'directory.page.children'
  related: OrganisationRef[]
  /** All are of one kind, so it is not repeated for each. */
  isPlain?: boolean
}

function Related({ id, title, related, isPlain = false }: RelatedProps) {
  const reader = useReader()
  if (related.length === 0) return null
  return (
    <Section id={id} title={reader.t(title)} aside={related.length > 1 ? `${related.length}` : undefined}>
      <EntryList
        layout="columns"
        entries={related.map((each) => ({
          key: each.id,
          title: <Name name={each.name} own={ownLanguageOf(each.country)} />,
          href: organisationAddress(reader, each.slug),
          meta: isPlain ? undefined : kindName(reader, each.kind),
        }))}
      />
    </Section>
  )
}
