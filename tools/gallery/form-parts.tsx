import { ChoiceField } from '../../src/ui/form/choice-field.tsx'
import { DateField } from '../../src/ui/form/date-field.tsx'
import { LocalizedField } from '../../src/ui/form/localized-field.tsx'
import { Picker } from '../../src/ui/form/picker.tsx'
import { RepeatedParts, UsualSubmit } from '../../src/ui/form/repeated-parts.tsx'
import { TextAreaField } from '../../src/ui/form/text-area-field.tsx'
import { ThemePicker } from '../../src/ui/form/theme-picker.tsx'
import { Difference, ListDifference } from '../../src/ui/text/difference.tsx'
import { PageHeading, Section } from '../../src/ui/text/headings.tsx'
import type { Gallery } from './frame.tsx'

/** The parts that forms are made of, each in the states it can be in. */
export function FormPartsSample(gallery: Gallery) {
  const { pick } = gallery
  return (
    <>
      <PageHeading>{pick(['Parties de formulaire', '양식의 구성 요소', 'Parts of forms'])}</PageHeading>
      <form method="post">
        <UsualSubmit value="save" />
        <Dates {...gallery} />
        <Texts {...gallery} />
        <Choices {...gallery} />
        <Pickers {...gallery} />
        <Themes {...gallery} />
        <Lists {...gallery} />
        <p class="actions">
          <button type="submit" class="button primary">
            {pick(['Enregistrer', '저장', 'Save'])}
          </button>
        </p>
      </form>
      <Differences {...gallery} />
    </>
  )
}

function Dates({ reader, pick }: Gallery) {
  const wrong = pick(['très prochainement', '조만간', 'soon'])
  return (
    <>
      <DateField
        reader={reader}
        name="since"
        label={pick(['Date de signature', '체결일', 'Date of signature'])}
        value={pick(['début juin 2017', '2017년 6월 초', 'early June 2017'])}
        required
      />
      <DateField
        reader={reader}
        name="until"
        label={pick(['Prochain échange', '다음 교류', 'Next exchange'])}
        value={wrong}
        error={reader.t('ui.form.date', { text: wrong })}
      />
    </>
  )
}

function Texts({ reader, pick }: Gallery) {
  const long = pick(['Un texte un peu long', '조금 긴 글입니다', 'A text a little long'])
  return (
    <>
      <LocalizedField
        reader={reader}
        name="title"
        label={pick(['Intitulé', '명칭', 'Title'])}
        languages={['fr', 'ko', 'en']}
        text={{
          ko: { text: '도자기 축제', state: 'original' },
          fr: { text: 'Fête de la céramique', state: 'machine' },
        }}
        max={200}
        rows={1}
        required
      />
      <LocalizedField
        reader={reader}
        name="summary"
        label={pick(['Résumé', '요약', 'Summary'])}
        hint={pick([
          'Une langue suffit ; les autres seront signalées comme à revoir quand l’original change.',
          '한 언어만 적어도 됩니다. 원문이 바뀌면 다른 언어에 검토 필요 표시가 붙습니다.',
          'One language is enough; when the original changes, the others are marked for review.',
        ])}
        languages={['fr', 'ko', 'en', 'ar']}
        text={{
          fr: { text: 'Les deux villes préparent une exposition.', state: 'original' },
          ko: { text: '두 도시는 전시회를 준비하고 있습니다.', state: 'stale' },
          en: { text: 'The two cities are preparing an exhibition.', state: 'reviewed' },
        }}
        errors={{ 'summary.ko.text': reader.t('ui.form.tooLong', { maximum: 600 }) }}
        max={600}
      />
      <TextAreaField
        reader={reader}
        name="note"
        label={pick(['Message au partenaire', '상대 기관에 보내는 말', 'Message to the partner'])}
        value={long}
        max={15}
      />
    </>
  )
}

function Choices({ reader, pick }: Gallery) {
  const many = [
    'jumelage',
    'amitié',
    'coopération',
    'protocole',
    'intention',
    'lettre',
    'partenariat',
    'aucun',
  ]
  return (
    <>
      <ChoiceField
        reader={reader}
        name="state"
        label={pick(['État de la convention', '협약 상태', 'State of the agreement'])}
        options={[
          { value: 'signed', label: pick(['signée', '체결됨', 'signed']) },
          {
            value: 'approved',
            label: pick(['approuvée', '승인됨', 'approved']),
            hint: pick(['par les deux assemblées', '양측 의회의 동의', 'by both councils']),
          },
        ]}
        chosen={['approved']}
        error={reader.t('ui.form.missing')}
        required
      />
      <ChoiceField
        reader={reader}
        name="actors"
        label={pick(['Participants', '참여자', 'Participants'])}
        multiple
        options={[
          { value: 'school', label: pick(['écoles', '학교', 'schools']) },
          { value: 'company', label: pick(['entreprises', '기업', 'companies']) },
        ]}
        chosen={['school']}
      />
      <ChoiceField
        reader={reader}
        name="kind"
        label={pick(['Type d’accord', '협정 종류', 'Kind of agreement'])}
        options={many.map((value) => ({ value, label: value }))}
        chosen={['amitié']}
      />
    </>
  )
}

function Pickers({ reader, pick }: Gallery) {
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
        reader={reader}
        name="parties.0"
        label={pick(['Première partie', '당사자 1', 'First party'])}
        typed={icheon.name}
        chosen={icheon}
        suggestions="suggestions.json"
        required
      />
      <Picker
        reader={reader}
        name="parties.1"
        label={pick(['Seconde partie', '당사자 2', 'Second party'])}
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

function Lists({ reader, pick }: Gallery) {
  return (
    <RepeatedParts
      reader={reader}
      name="agreements"
      label={pick(['Accords', '협정', 'Agreements'])}
      count={2}
      titleOf={(index) => `${pick(['Accord', '협정', 'Agreement'])} ${index + 1}`}
      addLabel={pick(['Ajouter un accord', '협정 추가', 'Add an agreement'])}
      isOrdered
    >
      {(prefix) => (
        <DateField
          reader={reader}
          name={`${prefix}.on`}
          label={pick(['Date de signature', '체결일', 'Date of signature'])}
          value="2015"
        />
      )}
    </RepeatedParts>
  )
}

function Themes({ reader, pick }: Gallery) {
  const group = (label: string, ...themes: string[]) => ({
    label,
    options: themes.map((theme) => ({ value: theme, label: theme })),
  })
  return (
    <ThemePicker
      reader={reader}
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

function Differences({ reader, pick }: Gallery) {
  return (
    <Section id="differences" title={pick(['Différences', '변경 내용', 'Differences'])}>
      <p>
        <Difference
          reader={reader}
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
        <Difference
          reader={reader}
          before="서울시와 협약을 체결"
          after="서울시가 협약을 체결"
          language="ko"
        />
      </p>
      <p>
        <Difference
          reader={reader}
          before={pick(['en sommeil', '휴면', 'dormant'])}
          after={pick(['active', '활발', 'active'])}
        />
      </p>
      <ListDifference
        reader={reader}
        before={[pick(['culture', '문화', 'culture']), pick(['tourisme', '관광', 'tourism'])]}
        after={[pick(['jeunesse', '청소년', 'youth']), pick(['culture', '문화', 'culture'])]}
      />
    </Section>
  )
}
