import type { ComponentChildren } from 'preact'
import type { FirstStep } from '../../../platform/http/first-step.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Figures } from '../../../ui/blocks/figures.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { ParityMeter } from '../../../ui/text/parity-meter.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { StatusLegend } from '../../../ui/tie/status-mark.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { isAuthorityKind, shortNames } from '../../directory/index.ts'
import { isHeldOn, type Network } from '../../networks/index.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { CooperationMap } from '../cooperations/views/cooperation-map.tsx'
import type { LookingAddress } from '../interests/looking-address.ts'
import { paths } from '../paths.ts'
import { inOrderOfSides, tieLine } from '../tie.ts'
import { Anniversaries } from './anniversaries.tsx'
import { GettingStarted } from './getting-started.tsx'
import type { HomeData } from './home-data.ts'
import type { Watch } from './watch.queries.ts'

interface NetworkHomeProps {
  network: Network
  data: HomeData
  /** What the group still needs, for those who look after it. */
  steps: readonly { step: FirstStep; isDone: boolean }[]
  lookingAt: LookingAddress
  /** Parts from other features: what comes, who looks for a partner, what to watch. */
  parts: { coming: ComponentChildren[]; looking: ComponentChildren[]; watch: ComponentChildren[] }
  /** Whether the reader may translate: how much of each language is sure is work for translators. */
  mayTranslate: boolean
}

/** The first page of a group: figures, map, what comes, authorities that look for a partner, what to watch. */
export function NetworkHome({ network, data, steps, lookingAt, parts, mayTranslate }: NetworkHomeProps) {
  const reader = useReader()
  const { t } = reader
  const { figures, mapped, looking, memberships } = data
  const members = memberships.filter(
    (membership) =>
      membership.role === 'member' && isAuthorityKind(membership.kind) && isHeldOn(membership, reader.today),
  )
  return (
    <>
      <PageHeading lead={<Passage text={network.summary} />}>
        <NetworkName network={network} />
      </PageHeading>
      <Waiting />
      <GettingStarted network={network} steps={steps} />
      <Figures
        figures={[
          {
            value: figures.cooperations,
            label: t('registry.home.cooperations', { count: figures.cooperations }),
            href: paths.cooperations(reader, network.slug),
          },
          { value: figures.signed, label: t('registry.home.signed', { count: figures.signed }) },
          {
            value: figures.seeking,
            label: t('registry.home.seeking', { count: figures.seeking }),
            href: '#looking',
          },
          {
            value: members.length,
            label: t('registry.home.members', { count: members.length }),
            href: paths.organisations(reader, network.slug),
          },
        ]}
      />
      {figures.cooperations + figures.beside === 0 ? (
        <EmptyState
          title={t('registry.home.emptyTitle')}
          why={t('registry.home.emptyWhy')}
          next={<a href={paths.directorySearch(reader, '')}>{t('registry.home.emptyNext')}</a>}
        />
      ) : (
        <Section
          id="map"
          title={t('registry.home.map')}
          aside={<a href={paths.cooperations(reader, network.slug)}>{t('registry.home.all')}</a>}
        >
          <CooperationMap network={network} rows={mapped} looking={looking} lookingAt={lookingAt} />
          <StatusLegend
            statuses={mapped.map((cooperation) => cooperation.standing.status)}
            seeking={looking.length > 0}
          />
          {figures.cooperations > mapped.length ? (
            <p class="quiet">
              {t('registry.home.mappedFirst', { shown: mapped.length, count: figures.cooperations })}
            </p>
          ) : null}
          {figures.seeking > looking.length ? (
            <p class="quiet">
              {t('registry.home.lookingFirst', { shown: looking.length, count: figures.seeking })}
            </p>
          ) : null}
          {figures.beside > 0 ? (
            <p>
              <a href={paths.cooperations(reader, network.slug, { scope: 'all' })}>
                {t('registry.home.beside', { count: figures.beside })}
              </a>
            </p>
          ) : null}
        </Section>
      )}
      <div class="home-columns">
        <Section id="coming" title={t('registry.home.coming')}>
          {parts.coming}
          {parts.coming.length === 0 ? <p class="quiet">{t('registry.home.comingEmpty')}</p> : null}
        </Section>
        <Section id="looking" title={t('registry.home.lookingFor')}>
          {parts.looking.length > 0 ? (
            parts.looking
          ) : looking.length === 0 ? (
            <p class="quiet">{t('registry.home.lookingForEmpty')}</p>
          ) : (
            <EntryList
              entries={inOrderOfSides(reader, network.countries, looking).map((each) => ({
                key: each.slug,
                title: <Name name={shortNames(each)} own={languageOf(each.country)} />,
                href: lookingAt(each),
                body: each.themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
              }))}
            />
          )}
        </Section>
        <Section id="watch" title={t('registry.home.toWatch')}>
          {parts.watch}
          {data.watch.ties.length === 0 && parts.watch.length > 0 ? null : (
            <ToWatch network={network} watch={data.watch} />
          )}
        </Section>
      </div>
      <Anniversaries network={network} anniversaries={data.anniversaries} />
      {mayTranslate && data.parities.some(({ total }) => total > 0) ? (
        <Section id="languages" title={t('registry.home.languages')}>
          <ParityMeter
            parities={data.parities}
            href={(language) => paths.translations(reader, network.slug, language)}
          />
        </Section>
      ) : null}
    </>
  )
}

/** To whoever something waits for: how much, and where. */
function Waiting() {
  const { t, person } = useReader()
  if (!person?.waiting) return null
  const { path, ...waiting } = person.waiting
  return (
    <p class="home-waiting">
      <a href={path}>{t('registry.home.waiting', waiting)}</a>
    </p>
  )
}

function NetworkName({ network }: { network: Network }) {
  return <Name name={network.name} />
}

interface ToWatchProps {
  network: Network
  watch: Watch
}

/** Ties that are dormant, in talks or wait for a successor’s word, and points in dispute. */
function ToWatch({ network, watch: { ties, moreDormant } }: ToWatchProps) {
  const reader = useReader()
  if (ties.length === 0) return <p class="quiet">{reader.t('registry.home.toWatchEmpty')}</p>
  return (
    <>
      <EntryList
        entries={ties.map((cooperation) => ({
          key: cooperation.slug,
          title: (
            <TieLine
              {...tieLine(reader, network, cooperation)}
              size="inline"
              href={paths.cooperation(reader, network.slug, cooperation.slug)}
            />
          ),
          meta: remarksOn(reader, cooperation).join(', '),
        }))}
      />
      {moreDormant > 0 ? (
        <p>
          <a href={paths.cooperations(reader, network.slug, { status: 'dormant' })}>
            {reader.t('registry.watch.moreDormant', { count: moreDormant })}
          </a>
        </p>
      ) : null}
    </>
  )
}

function remarksOn({ t }: Reader, { standing: status, disputes }: CooperationSummary): string[] {
  return [
    ...(status.status === 'dormant'
      ? [t(status.intention === 'reactivate' ? 'registry.watch.wantsRestart' : 'registry.watch.dormant')]
      : []),
    ...(status.status === 'in_talks' ? [t('registry.watch.inTalks')] : []),
    ...(disputes > 0 ? [t('registry.watch.disputed', { count: disputes })] : []),
  ]
}
