import { EditionLine, ErrataList } from '../../src/ui/blocks/edition-line.tsx'
import { EmptyState } from '../../src/ui/blocks/empty-state.tsx'
import { Notice } from '../../src/ui/blocks/notice.tsx'
import { SourcePassage } from '../../src/ui/evidence/source-passage.tsx'
import { TieMap } from '../../src/ui/map/tie-map.tsx'
import { FuzzyDate } from '../../src/ui/text/fuzzy-date.tsx'
import { PageHeading, Section } from '../../src/ui/text/headings.tsx'
import { ParityMeter } from '../../src/ui/text/parity-meter.tsx'
import { Passage } from '../../src/ui/text/passage.tsx'
import { TwoClocks } from '../../src/ui/text/two-clocks.tsx'
import { StatusLegend } from '../../src/ui/tie/status-mark.tsx'
import { TieLine } from '../../src/ui/tie/tie-line.tsx'
import { tieStatuses } from '../../src/ui/tie/tie-status.ts'
import { FormSample } from './form.tsx'
import type { Gallery } from './frame.tsx'
import { name } from './samples.ts'

const noTexts = { original: 0, reviewed: 0, machine: 0, stale: 0, missing: 0 }

/** The smaller parts, each in the states that it can be in. */
export function PartsSample({ reader, pick, koreanFirst }: Gallery) {
  const limoges = { name: name(['Limoges', '리모주', 'Limoges']), country: 'FR', language: 'fr' }
  const lille = { name: name(['Lille', '릴', 'Lille']), country: 'FR', language: 'fr' }
  const mel = {
    name: name(['Métropole européenne de Lille', '릴 유럽 메트로폴', 'Lille European Metropolis']),
    country: 'FR',
    language: 'fr',
  }
  const daegu = { name: name(['Daegu', '대구광역시', 'Daegu']), country: 'KR', language: 'ko' }
  const rabat = { name: { fr: 'Rabat', en: 'Rabat', ar: 'الرباط' }, country: 'MA', language: 'ar' }
  return (
    <>
      <PageHeading
        kicker={pick(['Pour l’équipe', '작업용', 'For the team'])}
        lead={pick([
          'Chaque composant, dans ses états.',
          '모든 구성 요소와 상태입니다.',
          'Every part, in its states.',
        ])}
      >
        {pick(['Composants', '구성 요소', 'Parts'])}
      </PageHeading>
      <Section id="parity" title={pick(['Langues', '언어', 'Languages'])}>
        <ParityMeter
          parities={[
            { language: 'fr', counts: { ...noTexts, original: 60 }, total: 60, rate: 1 },
            {
              language: 'ko',
              counts: { original: 5, reviewed: 25, machine: 15, stale: 5, missing: 10 },
              total: 60,
              rate: 0.5,
            },
            { language: 'en', counts: noTexts, total: 0, rate: 1 },
          ]}
        />
      </Section>
      <Section id="lines" title={pick(['Traits', '교류 선', 'Tie lines'])}>
        <ul class="entries">
          {tieStatuses.map((status) => (
            <li key={status}>
              <TieLine
                parties={koreanFirst ? [daegu, limoges] : [limoges, daegu]}
                status={status}
                kind={reader.t(`ui.status.${status}`)}
                year="2015"
                href="#tie"
              />
            </li>
          ))}
          <li>
            <TieLine
              parties={koreanFirst ? [daegu, mel, lille] : [mel, lille, daegu]}
              status="active"
              kind={pick(['accord d’amitié', '우호협력', 'friendship'])}
              year="2019"
            />
          </li>
          <li>
            <TieLine parties={[limoges, daegu, rabat]} status="in_talks" />
          </li>
          <li>
            <TieLine parties={[limoges]} status="prospective" />
          </li>
          <li>
            {pick(['Dans une phrase : ', '문장 안: ', 'In a sentence: '])}
            <TieLine parties={[limoges, daegu]} status="dormant" size="inline" href="#tie" />
          </li>
        </ul>
        <StatusLegend />
      </Section>
      <Section
        id="texts"
        title={pick(['Textes et dates', '글과 날짜', 'Texts and dates'])}
        aside={<a href="#all">{pick(['Tout voir', '모두 보기', 'See all'])}</a>}
      >
        <Passage text={{ fr: { text: 'Un texte d’origine, en français.', state: 'original' } }} />
        <Passage
          text={{
            ko: { text: '감수된 글입니다.', state: 'reviewed' },
            fr: { text: 'Un texte dont l’original a changé.', state: 'stale' },
          }}
        />
        <Passage text={{ ar: { text: 'نص باللغة العربية من الرباط.', state: 'original' } }} />
        <p>
          <FuzzyDate
            shown={pick(['début juin 2017', '2017년 6월 초', 'early June 2017'])}
            range={pick(['du 1er au 10 juin 2017', '2017년 6월 1일–10일', '1 to 10 June 2017'])}
          />
        </p>
        <p>
          <TwoClocks
            day={pick(['ven. 7 juil.', '7월 7일(금)', 'Fri 7 July'])}
            clocks={[
              { time: '17:00', datetime: '2017-07-07T17:00+02:00', place: pick(['Paris', '파리', 'Paris']) },
              {
                time: '00:00',
                datetime: '2017-07-08T00:00+09:00',
                place: pick(['Séoul', '서울', 'Seoul']),
                shift: pick(['+1 j', '+1일', '+1 d']),
              },
            ]}
          />
        </p>
        <SourcePassage
          language="fr"
          before="Après des échanges nés de la céramique, "
          text="les deux villes signent un jumelage en 2015"
          after=", suivi de nombreuses visites."
          source={pick(['Récit de la rencontre de Tours', '투르 회의 기록', 'Account of the Tours meeting'])}
          href="#source"
          place={pick(['Limoges et Icheon, § 1', '리모주와 이천, 1문단', 'Limoges and Icheon, § 1'])}
        />
        <ErrataList
          errata={[
            {
              id: 'erratum',
              text: { fr: { text: 'Lire « avril » au lieu de « mars ».', state: 'original' } },
              said: null,
              word: null,
              about: null,
              madeAt: new Date('2017-10-09T08:00Z'),
            },
          ]}
        />
        <EditionLine
          edition={{ number: 3, day: '2017-10-08' }}
          frozenAt={new Date('2017-10-08T08:00Z')}
          digest="ad138f125ee880d2fa5effdd68357f479bfd8a9df8918dce22827c203c1a7063"
          erasedAt={new Date('2019-02-04T08:00Z')}
        />
      </Section>
      <Section id="notices" title={pick(['Messages', '알림', 'Notices'])}>
        <Notice>
          {pick([
            'Le partenaire n’a pas encore confirmé cette coopération.',
            '상대 기관이 아직 이 교류를 확인하지 않았습니다.',
            'The partner has not confirmed this cooperation yet.',
          ])}
        </Notice>
        <Notice kind="warning">
          {pick([
            'Jour férié en Corée le 9 octobre (Journée du hangeul). Dernier jour ouvré avant : vendredi 29 septembre.',
            '10월 9일은 한글날입니다. 그 전 마지막 근무일은 9월 29일(금)입니다.',
            'Public holiday in Korea on 9 October (Hangeul Day). Last working day before: Friday 29 September.',
          ])}
        </Notice>
        <Notice kind="done" live>
          {pick([
            'La date est proposée aux deux partenaires.',
            '두 기관에 날짜를 제안했습니다.',
            'The date has been proposed to both partners.',
          ])}
        </Notice>
        <EmptyState
          title={pick(['Aucune activité annoncée', '예정된 활동이 없습니다', 'No activity announced'])}
          why={pick([
            'Les deux collectivités n’ont rien inscrit après octobre 2017.',
            '두 지방정부가 2017년 10월 이후 등록한 일정이 없습니다.',
            'Neither authority has entered anything after October 2017.',
          ])}
          next={
            <a class="button" href="#propose">
              {pick(['Proposer une date', '날짜 제안', 'Propose a date'])}
            </a>
          }
        />
      </Section>
      <FormSample reader={reader} pick={pick} koreanFirst={koreanFirst} />
      <Section
        id="other-map"
        title={pick(['Une carte à trois pays', '세 나라 지도', 'A map of three countries'])}
      >
        <TieMap
          id="three"
          countries={[
            { code: 'MA', name: name(['Maroc', '모로코', 'Morocco']) },
            { code: 'FR', name: name(['France', '프랑스', 'France']) },
            { code: 'JP', name: name(['Japon', '일본', 'Japan']) },
          ]}
          caption={pick(['Échantillon', '예시', 'Sample'])}
          ties={[
            {
              key: 'a',
              href: '#a',
              status: 'active',
              ends: [
                { name: name(['Rabat', '라바트', 'Rabat']), country: 'MA', point: [-6.84, 34.02] },
                { name: name(['Lyon', '리옹', 'Lyon']), country: 'FR', point: [4.84, 45.76] },
              ],
            },
            {
              key: 'b',
              href: '#b',
              status: 'dormant',
              ends: [
                { name: name(['Nantes', '낭트', 'Nantes']), country: 'FR', point: [-1.55, 47.22] },
                { name: name(['Niigata', '니가타', 'Niigata']), country: 'JP', point: [139.04, 37.9] },
              ],
            },
          ]}
        />
      </Section>
    </>
  )
}
