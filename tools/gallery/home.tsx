import { EntryList } from '../../src/ui/blocks/entry-list.tsx'
import { Figures } from '../../src/ui/blocks/figures.tsx'
import { TieMap } from '../../src/ui/map/tie-map.tsx'
import { Section } from '../../src/ui/text/headings.tsx'
import { TwoClocks } from '../../src/ui/text/two-clocks.tsx'
import { StatusLegend } from '../../src/ui/tie/status-mark.tsx'
import { TieLine } from '../../src/ui/tie/tie-line.tsx'
import type { Gallery } from './frame.tsx'
import { mapTies, name, sampleTies, sampleWishes } from './samples.ts'

const france = { code: 'FR', name: name(['France', '프랑스', 'France']), language: 'fr' }
const korea = { code: 'KR', name: name(['Corée', '대한민국', 'Korea']), language: 'ko' }

/** The first page of a network. */
export function HomeSample({ reader, pick, koreanFirst }: Gallery) {
  const countries = koreanFirst ? [korea, france] : [france, korea]
  const ties = mapTies([...sampleTies, ...sampleWishes], koreanFirst, pick)
  const quiet = mapTies(
    sampleTies.filter(({ status }) => status !== 'active'),
    koreanFirst,
    pick,
  )
  const clocks = [
    { time: '10:00', datetime: '2017-10-09T10:00+02:00', place: pick(['Paris', '파리', 'Paris']) },
    { time: '17:00', datetime: '2017-10-09T17:00+09:00', place: pick(['Séoul', '서울', 'Seoul']) },
  ]
  return (
    <>
      <h1 class="visually-hidden">
        {pick([
          'Groupe-pays République de Corée',
          '한불 지방정부 교류 그룹',
          'Republic of Korea country group',
        ])}
      </h1>
      <Figures
        figures={[
          { value: 11, label: pick(['coopérations', '교류협력', 'cooperations']), href: '#list' },
          {
            value: 6,
            label: pick([
              'collectivités cherchent un partenaire',
              '협력 상대를 찾는 지방정부',
              'authorities looking for a partner',
            ]),
            href: '#seek',
          },
          { value: 27, label: pick(['autres acteurs', '그 밖의 기관', 'other actors']), href: '#actors' },
        ]}
      >
        {pick([
          'Prochain rendez-vous : 9–10 oct., Paris. Jour férié en Corée (9 oct., Journée du hangeul)',
          '다음 일정: 10월 9–10일, 파리. 한국 공휴일(10월 9일 한글날)',
          'Next: 9–10 Oct, Paris. Public holiday in Korea (9 Oct, Hangeul Day)',
        ])}
      </Figures>
      <TieMap
        countries={countries}
        ties={ties}
        caption={<StatusLegend statuses={['active', 'slow', 'in_talks', 'dormant', 'prospective']} />}
      />
      <div class="columns">
        <Section id="coming" title={pick(['À venir', '다가오는 일정', 'Coming up'])}>
          <EntryList
            entries={[
              {
                key: 'guro',
                title: pick(['Festival « Jump Guro! »', '점프 구로 축제', 'Jump Guro! festival']),
                href: '#guro',
                meta: pick([
                  'octobre 2017, Guro-gu (구로구)',
                  '2017년 10월, 구로구',
                  'October 2017, Guro-gu (구로구)',
                ]),
              },
              {
                key: 'group',
                title: pick(['Réunion du groupe-pays', '국가 그룹 회의', 'Country group meeting']),
                href: '#group',
                meta: <TwoClocks day={pick(['lun. 9 oct.', '10월 9일(월)', 'Mon 9 Oct'])} clocks={clocks} />,
              },
            ]}
          />
        </Section>
        <Section
          id="seeking"
          title={pick(['Cherchent un partenaire', '협력 상대 모색', 'Looking for a partner'])}
        >
          <EntryList
            entries={sampleWishes.map((wish) => ({
              key: wish.slug,
              title: (
                <TieLine
                  parties={[...wish.french, ...wish.korean]}
                  status="prospective"
                  size="inline"
                  href={`#${wish.slug}`}
                />
              ),
              meta: pick(wish.themes),
            }))}
          />
        </Section>
        <Section id="watch" title={pick(['À surveiller', '살펴볼 교류', 'To watch'])}>
          <EntryList
            entries={quiet.map((tie) => ({
              key: tie.key,
              title: <TieLine parties={tie.ends} status={tie.status} size="inline" href={tie.href} />,
              meta: reader.t(`ui.status.${tie.status}`),
            }))}
          />
        </Section>
      </div>
    </>
  )
}
