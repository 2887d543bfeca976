import type { LocalizedName } from '../../src/platform/i18n/localized-text.ts'
import type { MapEnd, MapTie } from '../../src/ui/map/map-tie.ts'
import type { TieStatus } from '../../src/ui/tie/tie-status.ts'

/** Words in French, Korean and English, in this order. */
export type Words = readonly [fr: string, ko: string, en: string]

export function name([fr, ko, en]: Words): LocalizedName {
  return { fr, ko, en }
}

function place(country: 'FR' | 'KR', words: Words, longitude: number, latitude: number): MapEnd {
  return {
    name: name(words),
    country,
    language: country === 'FR' ? 'fr' : 'ko',
    point: [longitude, latitude],
  }
}

export interface SampleTie {
  slug: string
  french: MapEnd[]
  korean: MapEnd[]
  status: TieStatus
  kind: Words
  since: string
  themes: Words
}

const none: Words = ['sans accord', '협정 없음', 'no agreement']
const twinning: Words = ['jumelage', '자매결연', 'twinning']
const friendship: Words = ['relations d’amitié', '우호교류', 'friendship']
const agreement: Words = ['accord de coopération', '교류협력 협정', 'cooperation agreement']

export const sampleTies: SampleTie[] = [
  tie(
    'evian-muju',
    [place('FR', ['Évian-les-Bains', '에비앙레뱅', 'Évian-les-Bains'], 6.59, 46.4)],
    [place('KR', ['Muju', '무주군', 'Muju'], 127.66, 36.01)],
    'dormant',
    friendship,
    '—',
    ['culture', '문화', 'culture'],
  ),
  tie(
    'grand-est-gyeongbuk',
    [place('FR', ['Grand Est', '그랑테스트', 'Grand Est'], 6.2, 48.7)],
    [place('KR', ['Gyeongsang du Nord', '경상북도', 'North Gyeongsang'], 128.7, 36.35)],
    'in_talks',
    agreement,
    '1999',
    ['croissance verte, tourisme', '녹색성장, 관광', 'green growth, tourism'],
  ),
  tie(
    'ile-de-france-gyeonggi',
    [place('FR', ['Île-de-France', '일드프랑스', 'Île-de-France'], 2.6, 48.68)],
    [place('KR', ['Gyeonggi', '경기도', 'Gyeonggi'], 127.2, 37.5)],
    'active',
    ['déclaration d’intention', '의향서', 'declaration of intent'],
    '2016',
    ['tourisme, économie', '관광, 경제', 'tourism, economy'],
  ),
  tie(
    'issy-guro',
    [place('FR', ['Issy-les-Moulineaux', '이시레물리노', 'Issy-les-Moulineaux'], 2.27, 48.82)],
    [place('KR', ['Guro-gu', '구로구', 'Guro-gu'], 126.89, 37.49)],
    'active',
    twinning,
    '2005',
    ['jeunesse, e-gouvernement', '청소년, 전자정부', 'youth, e-government'],
  ),
  tie(
    'la-rochelle-hwaseong',
    [place('FR', ['CA de La Rochelle', '라로셸 도시공동체', 'La Rochelle Agglomeration'], -1.15, 46.16)],
    [place('KR', ['Hwaseong', '화성시', 'Hwaseong'], 126.83, 37.2)],
    'active',
    none,
    '2015',
    ['mobilité, numérique', '교통, 디지털', 'mobility, digital'],
  ),
  tie(
    'lille-daegu',
    [
      place(
        'FR',
        ['Métropole européenne de Lille', '릴 유럽 메트로폴', 'Lille European Metropolis'],
        3.06,
        50.63,
      ),
    ],
    [place('KR', ['Daegu', '대구광역시', 'Daegu'], 128.6, 35.87)],
    'in_talks',
    ['protocole d’entente, non signé', '양해각서(미체결)', 'memorandum, unsigned'],
    '2016',
    ['startups, culture', '창업, 문화', 'startups, culture'],
  ),
  tie(
    'limoges-icheon',
    [place('FR', ['Limoges', '리모주', 'Limoges'], 1.26, 45.83)],
    [place('KR', ['Icheon', '이천시', 'Icheon'], 127.44, 37.27)],
    'active',
    twinning,
    '2015',
    ['céramique, culture', '도자, 문화', 'ceramics, culture'],
  ),
  tie(
    'marseille-busan',
    [place('FR', ['Marseille', '마르세유', 'Marseille'], 5.37, 43.3)],
    [place('KR', ['Busan', '부산광역시', 'Busan'], 129.08, 35.18)],
    'active',
    none,
    '2015',
    ['économie, tourisme', '경제, 관광', 'economy, tourism'],
  ),
  tie(
    'nantes-suncheon',
    [place('FR', ['Nantes Métropole', '낭트 메트로폴', 'Nantes Métropole'], -1.55, 47.22)],
    [place('KR', ['Suncheon', '순천시', 'Suncheon'], 127.49, 34.95)],
    'active',
    none,
    '2007',
    ['jardins, gastronomie', '정원, 미식', 'gardens, gastronomy'],
  ),
  tie(
    'normandie-incheon',
    [place('FR', ['Normandie', '노르망디', 'Normandy'], 0.3, 49.1)],
    [place('KR', ['Incheon', '인천광역시', 'Incheon'], 126.7, 37.46)],
    'active',
    none,
    '2016',
    ['mémoire, tourisme', '기억·추모, 관광', 'remembrance, tourism'],
  ),
  tie(
    'paris-seoul',
    [place('FR', ['Paris', '파리', 'Paris'], 2.35, 48.86)],
    [place('KR', ['Séoul', '서울특별시', 'Seoul'], 126.98, 37.57)],
    'slow',
    agreement,
    '1991',
    ['climat, urbanisme', '기후, 도시계획', 'climate, urban planning'],
  ),
]

export const sampleWishes: SampleTie[] = [
  tie('tours', [place('FR', ['Tours', '투르', 'Tours'], 0.69, 47.39)], [], 'prospective', none, '', [
    'tourisme, gastronomie',
    '관광, 미식',
    'tourism, gastronomy',
  ]),
  tie(
    'auvergne-rhone-alpes',
    [place('FR', ['Auvergne-Rhône-Alpes', '오베르뉴론알프', 'Auvergne-Rhône-Alpes'], 4.83, 45.5)],
    [],
    'prospective',
    none,
    '',
    ['innovation', '혁신', 'innovation'],
  ),
  tie(
    'grenoble',
    [
      place(
        'FR',
        ['Grenoble-Alpes Métropole', '그르노블알프 메트로폴', 'Grenoble-Alpes Métropole'],
        5.72,
        45.18,
      ),
    ],
    [],
    'prospective',
    none,
    '',
    ['recherche, numérique', '연구, 디지털', 'research, digital'],
  ),
  tie(
    'sejong',
    [],
    [place('KR', ['Sejong', '세종특별자치시', 'Sejong'], 127.29, 36.48)],
    'prospective',
    none,
    '',
    ['ville intelligente', '스마트시티', 'smart city'],
  ),
  tie('taean', [], [place('KR', ['Taean', '태안군', 'Taean'], 126.3, 36.75)], 'prospective', none, '', [
    'agriculture, tourisme',
    '농업, 관광',
    'agriculture, tourism',
  ]),
]

/** For the map, the reader's own side first. */
export function mapTies(ties: SampleTie[], koreanFirst: boolean, pick: (words: Words) => string): MapTie[] {
  return ties.map(({ slug, french, korean, status, kind, since }) => ({
    key: slug,
    href: `#${slug}`,
    status,
    ends: koreanFirst ? [...korean, ...french] : [...french, ...korean],
    kind: since ? pick(kind) : undefined,
    year: since && since !== '—' ? since : undefined,
  }))
}

function tie(
  slug: string,
  french: MapEnd[],
  korean: MapEnd[],
  status: TieStatus,
  kind: Words,
  since: string,
  themes: Words,
): SampleTie {
  return { slug, french, korean, status, kind, since, themes }
}
