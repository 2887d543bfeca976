import { DateField } from '../../src/ui/form/date-field.tsx'
import { Picker } from '../../src/ui/form/picker.tsx'
import { RepeatedParts } from '../../src/ui/form/repeated-parts.tsx'
import { ThemePicker } from '../../src/ui/form/theme-picker.tsx'
import { Difference, ListDifference } from '../../src/ui/text/difference.tsx'
import { Section } from '../../src/ui/text/headings.tsx'
import type { Gallery } from './frame.tsx'

/** Names that were found, and one that may be another. */
export function Pickers({ reader, pick }: Gallery) {
  const korea = pick(['République de Corée', '대한민국', 'Republic of Korea'])
  const city = pick(['ville (si)', '시', 'city (si)'])
  const namesakes = [
    {
      id: 'gwangju',
      name: pick(['Gwangju', '광주광역시', 'Gwangju']),
      details: `${pick(['ville métropolitaine', '광역시', 'metropolitan city'])} · ${korea}`,
      own: { text: '광주광역시', language: 'ko' },
    },
    {
      id: 'gwangju-gyeonggi',
      name: pick(['Gwangju', '광주시', 'Gwangju']),
      details: `${city} · Gyeonggi, ${korea}`,
      own: { text: '광주시', language: 'ko' },
    },
  ].map((option) => ({
    ...option,
    language: reader.language,
    own: reader.language === 'ko' ? null : option.own,
  }))
  const icheon = {
    id: 'icheon',
    name: pick(['Icheon', '이천시', 'Icheon']),
    language: reader.language,
    own: null,
    details: `${city} · ${pick(['Gyeonggi', '경기도', 'Gyeonggi'])}, ${korea}`,
  }
  return (
    <>
      <Picker
        name="parties.0"
        label={pick(['Première partie', '교류 기관 1', 'First party'])}
        typed={icheon.name}
        chosen={icheon}
        suggestions="suggestions.json"
        required
      />
      <Picker
        name="parties.1"
        label={pick(['Seconde partie', '교류 기관 2', 'Second party'])}
        typed={pick(['Gwangju', '광주', 'Gwangju'])}
        chosen={null}
        candidates={namesakes}
        suggestions="suggestions.json"
        error={pick(['Précisez laquelle.', '하나를 선택하여 주십시오.', 'Say which one you mean.'])}
        otherwise={<a href="#add">{pick(['L’ajouter', '직접 추가', 'Add it'])}</a>}
      />
    </>
  )
}

/** Parts that can be added and moved. */
export function Lists({ pick }: Gallery) {
  return (
    <RepeatedParts
      name="agreements"
      label={pick(['Accords', '협정', 'Agreements'])}
      count={2}
      titleOf={(index) => `${pick(['Accord', '협정', 'Agreement'])} ${index + 1}`}
      addLabel={pick(['Ajouter un accord', '협정 추가', 'Add an agreement'])}
      isOrdered
    >
      {(prefix) => (
        <DateField
          name={`${prefix}.on`}
          label={pick(['Date de signature', '체결일', 'Date of signature'])}
          value="2015"
        />
      )}
    </RepeatedParts>
  )
}

/** Many boxes in groups. */
export function Themes({ pick }: Gallery) {
  const group = (label: string, ...themes: string[]) => ({
    label,
    options: themes.map((theme) => ({ value: theme, label: theme })),
  })
  return (
    <ThemePicker
      name="themes"
      label={pick(['Thèmes', '분야', 'Themes'])}
      groups={[
        pick(['Culture', '문화', 'Culture']) === '문화'
          ? group('문화', '문화예술', '문화유산', '미식', '도자·공예', '체육')
          : group('Culture', 'arts', 'patrimoine', 'gastronomie', 'céramique et métiers d’art', 'sport'),
        pick(['Jeunesse', '청소년', 'Youth']) === '청소년'
          ? group('청소년과 교육', '청소년', '고등교육', '연구', '직업교육')
          : group('Jeunesse et enseignement', 'jeunesse', 'enseignement supérieur', 'recherche', 'formation'),
        pick(['Économie', '경제', 'Economy']) === '경제'
          ? group('경제', '관광', '창업', '혁신')
          : group('Économie', 'tourisme', 'jeunes entreprises', 'innovation'),
      ]}
      chosen={['arts', '문화예술']}
    />
  )
}

/** What changed in texts and lists. */
export function Differences({ pick }: Gallery) {
  return (
    <Section id="differences" title={pick(['Différences', '변경 내용', 'Differences'])}>
      <p>
        <Difference
          before={pick([
            'Une délégation est attendue en mai 2017.',
            '2017년 5월에 대표단을 맞이할 예정입니다.',
            'A delegation is expected in May 2017.',
          ])}
          after={pick([
            'Une délégation de dix personnes est attendue en juin 2017.',
            '2017년 6월에 대표단 10명을 맞이할 예정입니다.',
            'A delegation of ten is expected in June 2017.',
          ])}
        />
      </p>
      <p>
        <Difference before="서울시와 협약을 체결" after="서울시가 협약을 체결" language="ko" />
      </p>
      <p>
        <Difference
          before={pick(['en sommeil', '휴면', 'dormant'])}
          after={pick(['active', '활발', 'active'])}
        />
      </p>
      <ListDifference
        before={[pick(['culture', '문화', 'culture']), pick(['tourisme', '관광', 'tourism'])]}
        after={[pick(['jeunesse', '청소년', 'youth']), pick(['culture', '문화', 'culture'])]}
      />
    </Section>
  )
}
