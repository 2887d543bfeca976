import {
  barChart,
  type Chart,
  chartBlock,
  chartBytes,
  shareBars,
  trendChart,
} from '../../src/platform/documents/charts.ts'
import type { Report, ReportBlock } from '../../src/platform/documents/report.ts'
import { buildPicture } from './build-picture.ts'

/** A report with a block of each kind and a chart of each kind, in French or Korean, and its pictures: the charts, then a photograph. */
export function sampleReport(language: 'fr' | 'ko') {
  const say = (fr: string, ko: string) => (language === 'fr' ? fr : ko)
  const words = (fr: string, ko: string) => [{ text: say(fr, ko) }]
  const charts = sampleCharts(language)
  const blocks: ReportBlock[] = [
    { kind: 'heading', level: 1, passage: words('Ce qui est nouveau', '새로운 사항') },
    {
      kind: 'paragraph',
      passage: [
        { text: say('Onze coopérations, dont ', '교류협력 11건. ') },
        { text: say('une à l’arrêt', '중단 1건'), emphasis: 'strong' },
        { text: say(', selon ', ' – ') },
        { text: 'entente.example', href: 'https://entente.example/report?a=1&b=2' },
        { text: say(' (전국시도지사협의회).', ' (Cités Unies France).'), language: say('ko', 'fr') },
      ],
    },
    { kind: 'quotation', passage: words('Le silence n’est pas le sommeil.', '침묵은 중단이 아닙니다.') },
    { kind: 'list', isOrdered: true, items: [words('Limoges', '리모주'), words('Tours', '투르')] },
    { kind: 'list', isOrdered: false, items: [words('sans ordre', '순서 없음')] },
    { kind: 'facts', facts: [{ label: say('Jour', '기준일'), passage: [{ text: '2017-07-08' }] }] },
    { kind: 'heading', level: 2, passage: words('Figures', '도표') },
    ...charts.flatMap((chart, index): ReportBlock[] => [
      chartBlock(chart, index),
      {
        kind: 'table',
        columns: [say('Année', '연도'), say('Échanges', '교류')],
        rows: [[[{ text: '2016' }], [{ text: '14' }]]],
      },
    ]),
    { kind: 'note', passage: words('Source : le registre.', '출처: 등록부.') },
    { kind: 'page', head: words('Annexe', '부록') },
    {
      kind: 'picture',
      picture: charts.length,
      alternative: words('Deux maires', '두 시장'),
      caption: words('À Tours', '투르에서'),
      width: 120,
      height: 80,
    },
  ]
  const report: Report = {
    language,
    title: words('Rapport', '보고서'),
    name: say('Rapport', '보고서'),
    subject: say('Rapport', '보고서'),
    author: say('Groupe-pays', '국가 그룹'),
    day: '2017-07-08',
    kicker: words('Groupe-pays République de Corée', '한불 지방정부 교류 그룹'),
    facts: [{ label: say('Numéro', '번호'), passage: [{ text: '1' }] }],
    contents: say('Sommaire', '차례'),
    blocks,
    foot: [[{ text: 'https://entente.example', href: 'https://entente.example' }]],
  }
  return { report, charts, pictures: [...charts.map(chartBytes), buildPicture(120, 80)] }
}

const trend = [3, 5, 4, null, 6, 9, 14, 11, null, null, null, null, 2, null, 8, 12, 10]

/** One chart of each kind, and bars of two series. */
export function sampleCharts(language: 'fr' | 'ko'): Chart[] {
  const say = (fr: string, ko: string) => (language === 'fr' ? fr : ko)
  const unknown = say('personne n’a répondu', '응답 없음')
  const long = 'Développement économique et coopération des entreprises innovantes du territoire'
  return [
    barChart({
      language,
      title: say('Thèmes', '분야'),
      description: say('Culture 6, économie 4.', '문화 6, 경제 4.'),
      series: [say('Coopérations', '교류협력')],
      rows: [
        { label: say('Culture & patrimoine', '문화·예술'), values: [6] },
        { label: say(long, '경제'), values: [4] },
        { label: say('Éducation', '교육'), values: [0] },
      ],
      unknown,
    }),
    barChart({
      language,
      title: say('Réciprocité', '상호 방문'),
      description: say('20 visites en Corée, 8 en France.', '한국 방문 20, 프랑스 방문 8.'),
      series: [
        say('De France en Corée', '프랑스에서 한국으로'),
        say('De Corée en France', '한국에서 프랑스로'),
      ],
      rows: [
        { label: '2015', values: [12, 7] },
        { label: '2016', values: [3, 1] },
        { label: '2017', values: [5, null] },
      ],
      unknown,
    }),
    trendChart({
      language,
      title: say('Échanges par an', '연도별 교류'),
      description: say('3 en 2010, 14 en 2016.', '2010년 3건, 2016년 14건.'),
      points: trend.map((value, index) => ({ year: 2010 + index, value })),
      unknown,
    }),
    shareBars({
      language,
      title: say('Parité des langues', '언어별 상태'),
      description: say('Relus : 40 en français, 20 en coréen.', '검토됨: 프랑스어 40, 한국어 20.'),
      parts:
        language === 'fr' ? ['relu', 'machine', 'périmé', 'absent'] : ['검토됨', '기계', '오래됨', '없음'],
      rows: [
        { label: say('Français', '프랑스어'), values: [40, 3, 1, 2] },
        { label: say('Coréen', '한국어'), values: [20, 15, 6, 5] },
        { label: say('Anglais', '영어'), values: [0, 0, 0, 0] },
      ],
    }),
  ]
}
