import type { FactMark as Evidence } from '../../src/platform/records/fact-sources.ts'
import { Breadcrumb } from '../../src/ui/blocks/breadcrumb.tsx'
import { EntryList } from '../../src/ui/blocks/entry-list.tsx'
import { FactList } from '../../src/ui/blocks/fact-list.tsx'
import { Disagreement } from '../../src/ui/evidence/disagreement.tsx'
import { EvidenceMark, Statement } from '../../src/ui/evidence/evidence-mark.tsx'
import { TieMap } from '../../src/ui/map/tie-map.tsx'
import { PageHeading, Section } from '../../src/ui/text/headings.tsx'
import { Passage } from '../../src/ui/text/passage.tsx'
import { StatusMark } from '../../src/ui/tie/status-mark.tsx'
import { TieLine } from '../../src/ui/tie/tie-line.tsx'
import { Timeline } from '../../src/ui/timeline/timeline.tsx'
import type { Gallery } from './frame.tsx'
import { moments } from './moments.ts'
import { mapTies, name, sampleTies } from './samples.ts'

/** The page of one tie, from its line to what its sources disagree on. */
export function CooperationSample({ reader, pick, koreanFirst }: Gallery) {
  const [tie] = mapTies(
    sampleTies.filter(({ slug }) => slug === 'limoges-icheon'),
    koreanFirst,
    pick,
  )
  if (!tie) throw new Error('The sample is gone')
  const account: Evidence = {
    href: '#source',
    source: pick([
      'Récit de la rencontre de Tours, 7 juillet 2017',
      '2017년 7월 7일 투르 회의 기록',
      'Account of the Tours meeting, 7 July 2017',
    ]),
    passage: `passage.${reader.language}.html`,
  }
  const press: Evidence = {
    href: '#press',
    source: pick(['Ville d’Icheon, 2015', '이천시, 2015', 'City of Icheon, 2015']),
    stance: 'contradicts',
  }
  const words = tie.ends.map((end) => ({ ...end, href: '#organisation' }))
  const summary = {
    fr: {
      text: 'Limoges et Icheon se rapprochent en 2010 au sein de la Route mondiale de la céramique. Artistes, designers et écoles d’art circulent depuis entre les deux villes, qui souhaitent ajouter un volet économique.',
      state: 'original',
    },
    ko: {
      text: '리모주와 이천은 2010년 세계 도자 네트워크를 통해 교류를 시작했습니다. 이후 작가, 디자이너, 미술학교가 두 도시를 오가고 있으며 앞으로 경제 분야로 협력을 넓히고자 합니다.',
      state: 'machine',
    },
    en: {
      text: 'Limoges and Icheon met in 2010 through the world ceramics route. Artists, designers and art schools have travelled between them since; both hope to add an economic side.',
      state: 'machine',
    },
  } as const
  return (
    <>
      <Breadcrumb
        steps={[
          { label: pick(['Accueil', '홈', 'Home']), href: `home.${reader.language}.html` },
          { label: pick(['Coopérations', '교류협력', 'Cooperations']), href: `list.${reader.language}.html` },
        ]}
        current={pick(['Limoges – Icheon', '이천 – 리모주', 'Limoges – Icheon'])}
      />
      <PageHeading
        lead={<Passage text={summary} />}
        actions={
          <>
            <a class="button" href="#note">
              {pick(['Note de visite (PDF)', '방문 참고자료(PDF)', 'Visit note (PDF)'])}
            </a>
            <a class="button" href="#docx">
              DOCX
            </a>
            <a class="button" href="#ics">
              {pick(['Calendrier', '일정(ICS)', 'Calendar'])}
            </a>
          </>
        }
      >
        <TieLine parties={words} status={tie.status} kind={tie.kind} year={tie.year} size="heading" />
      </PageHeading>
      <FactList
        facts={[
          { term: pick(['État', '상태', 'State']), detail: <StatusMark status="active" /> },
          {
            term: pick(['Depuis', '시작', 'Since']),
            detail: <Statement evidence={[account]}>{pick(['2010', '2010년', '2010'])}</Statement>,
          },
          {
            term: pick(['Accord', '협정', 'Agreement']),
            detail: (
              <Statement evidence={[account, press]}>
                {pick(['Jumelage signé en 2015', '2015년 자매결연 체결', 'Twinning signed in 2015'])}
              </Statement>
            ),
          },
          {
            term: pick(['Thèmes', '분야', 'Themes']),
            detail: pick([
              'céramique et métiers d’art, culture, enseignement artistique',
              '도자·공예, 문화, 예술교육',
              'ceramics and crafts, culture, art education',
            ]),
          },
        ]}
      />
      <Section id="timeline" title={pick(['Chronologie', '연표', 'Timeline'])}>
        <Timeline
          label={pick(['Chronologie', '연표', 'Timeline'])}
          entries={moments(pick, <EvidenceMark {...account} />)}
        />
      </Section>
      <Section id="map" title={pick(['Sur la carte', '지도', 'On the map'])}>
        <TieMap
          id="cooperation-map"
          countries={
            koreanFirst
              ? [
                  { code: 'KR', name: name(['Corée', '대한민국', 'Korea']) },
                  { code: 'FR', name: name(['France', '프랑스', 'France']) },
                ]
              : [
                  { code: 'FR', name: name(['France', '프랑스', 'France']) },
                  { code: 'KR', name: name(['Corée', '대한민국', 'Korea']) },
                ]
          }
          ties={[tie]}
          caption={null}
          alternative="none"
        />
      </Section>
      <Section
        id="disputed"
        title={pick(['Ce que les sources disent différemment', '출처마다 다른 내용', 'Where sources differ'])}
      >
        <Disagreement
          subject={pick(['Date du jumelage', '자매결연 일자', 'Date of the twinning'])}
          values={[
            {
              value: pick(['22 avril 2015', '2015년 4월 22일', '22 April 2015']),
              source: press.source,
              sourceHref: press.href,
              rank: 'preferred',
            },
            { value: '2015', source: account.source, sourceHref: account.href, rank: 'normal' },
            {
              value: '2013',
              source: pick(['Presse locale', '지역 언론', 'Local press']),
              rank: 'deprecated',
            },
          ]}
          note={{ fr: { text: 'Un protocole d’entente a précédé le jumelage en 2013.', state: 'original' } }}
        />
      </Section>
      <Section id="neighbours" title={pick(['Mêmes thèmes', '같은 분야의 교류', 'Same themes'])}>
        <EntryList
          layout="columns"
          entries={mapTies(sampleTies.slice(7, 10), koreanFirst, pick).map((near) => ({
            key: near.key,
            title: <TieLine parties={near.ends} status={near.status} kind={near.kind} href={near.href} />,
          }))}
        />
      </Section>
    </>
  )
}
