import type { ComponentChildren } from 'preact'
import type { FirstStep } from '../../../platform/http/first-step.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Figures } from '../../../ui/blocks/figures.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { FewWords } from '../../../ui/table/few-words.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { StatusLegend } from '../../../ui/tie/status-mark.tsx'
import { isAuthorityKind, shortNames } from '../../directory/index.ts'
import { isHeldOn, type Network } from '../../networks/index.ts'
import { CooperationMap } from '../cooperations/views/cooperation-map.tsx'
import type { LookingAddress } from '../interests/looking-address.ts'
import { paths } from '../paths.ts'
import { inOrderOfSides } from '../tie.ts'
import { GettingStarted } from './getting-started.tsx'
import type { HomeData } from './home-data.ts'

interface NetworkHomeProps {
  network: Network
  data: HomeData
  /** What the group still needs, for those who look after it. */
  steps: readonly { step: FirstStep; isDone: boolean }[]
  lookingAt: LookingAddress
  /** Parts from other features: what comes, who looks for a partner, the latest letter and picture. */
  parts: { coming: ComponentChildren[]; looking: ComponentChildren[]; latest: ComponentChildren[] }
}

/** The first page of a group: figures, map, what comes, authorities that look for a partner, the latest letter. */
export function NetworkHome({ network, data, steps, lookingAt, parts }: NetworkHomeProps) {
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
        <>
          <div class="map-beyond-phones">
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
          </div>
          <p class="map-on-phones">
            <a class="button" href={paths.map(reader, network.slug)}>
              {t('registry.home.showMap')}
            </a>
          </p>
        </>
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
                body: <FewWords words={each.themes.map((theme) => t(`networks.theme.${theme}`))} />,
              }))}
            />
          )}
        </Section>
        {parts.latest.length > 0 ? <div>{parts.latest}</div> : null}
      </div>
    </>
  )
}

/** To whoever something waits for: how much, and where. */
function Waiting() {
  const { t, person } = useReader()
  if (!person?.waiting?.count) return null
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
