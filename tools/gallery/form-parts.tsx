import { AutosaveStatus } from '../../src/ui/form/autosave-status.tsx'
import { ChoiceField } from '../../src/ui/form/choice-field.tsx'
import { DateField } from '../../src/ui/form/date-field.tsx'
import { FileField } from '../../src/ui/form/file-field.tsx'
import { FormFields } from '../../src/ui/form/filled.tsx'
import { LocalizedField } from '../../src/ui/form/localized-field.tsx'
import { PointPicker } from '../../src/ui/form/point-picker.tsx'
import { UsualSubmit } from '../../src/ui/form/repeated-parts.tsx'
import { TextAreaField } from '../../src/ui/form/text-area-field.tsx'
import { PageHeading } from '../../src/ui/text/headings.tsx'
import { Differences, Lists, Pickers, Themes } from './form-lists.tsx'
import type { Gallery } from './frame.tsx'

/** The parts that forms are made of, each in the states it can be in. */
export function FormPartsSample(gallery: Gallery) {
  const { reader, pick } = gallery
  return (
    <>
      <PageHeading>{pick(['Parties de formulaire', '양식의 구성 요소', 'Parts of forms'])}</PageHeading>
      <form method="post" data-autosave="draft">
        <UsualSubmit value="save" />
        <Dates {...gallery} />
        <Texts {...gallery} />
        <Choices {...gallery} />
        <Pickers {...gallery} />
        <Themes {...gallery} />
        <Lists {...gallery} />
        <PointPicker
          name="place"
          label={pick(['Lieu', '장소', 'Place'])}
          values={{ 'place.latitude': '48,8566', 'place.longitude': '2,3522' }}
          country="FR"
        />
        <FileField
          name="file"
          label={pick(['Tableau', '표 파일', 'Table'])}
          kinds={pick(['CSV, Excel, OpenDocument', 'CSV, 엑셀, OpenDocument', 'CSV, Excel, OpenDocument'])}
          accept={['.csv', '.xlsx', '.ods']}
          mostBytes={50e6}
          error={reader.t('ui.file.tooLarge', { megabytes: 50 })}
          required
        />
        <AutosaveStatus />
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
        name="since"
        label={pick(['Date de signature', '체결일', 'Date of signature'])}
        value={pick(['début juin 2017', '2017년 6월 초', 'early June 2017'])}
        required
      />
      <DateField
        name="until"
        label={pick(['Prochain échange', '다음 교류', 'Next exchange'])}
        value={wrong}
        error={reader.t('ui.form.date', { text: wrong })}
      />
    </>
  )
}

function Texts({ pick }: Gallery) {
  const long = pick(['Un texte un peu long', '조금 긴 글입니다', 'A text a little long'])
  return (
    <>
      <LocalizedField
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
      <FormFields
        form={{
          values: {},
          errors: [{ field: 'summary.ko.text', message: (t) => t('ui.form.tooLong', { maximum: 600 }) }],
        }}
      >
        <LocalizedField
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
          max={600}
        />
      </FormFields>
      <TextAreaField
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
        name="kind"
        label={pick(['Type d’accord', '협정 종류', 'Kind of agreement'])}
        options={many.map((value) => ({ value, label: value }))}
        chosen={['amitié']}
      />
    </>
  )
}
