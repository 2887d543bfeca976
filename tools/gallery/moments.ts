import type { TimelineEntry } from '../../src/ui/timeline/timeline-years.ts'
import type { Gallery } from './frame.tsx'

/** What the sample's timeline shows: a year, a day, a span of two years, a span of months, an anniversary to come. */
export function moments(pick: Gallery['pick'], mark: TimelineEntry['evidence']): TimelineEntry[] {
  return [
    {
      key: 'route',
      lane: 'activity',
      from: '2010-01-01',
      until: '2010-12-31',
      date: { shown: '2010' },
      title: pick([
        'Entrée dans la Route mondiale de la céramique',
        '세계 도자 네트워크 가입',
        'Joins the world ceramics route',
      ]),
      evidence: mark,
    },
    {
      key: 'twinning',
      lane: 'agreement',
      from: '2015-04-22',
      until: '2015-04-22',
      date: { shown: pick(['22 avril 2015', '2015년 4월 22일', '22 April 2015']), datetime: '2015-04-22' },
      title: pick(['Jumelage', '자매결연', 'Twinning']),
      evidence: mark,
    },
    {
      key: 'designers',
      lane: 'activity',
      from: '2015-09-01',
      until: '2016-08-31',
      date: {
        shown: '2015–2016',
        range: pick([
          'septembre 2015 à août 2016',
          '2015년 9월 – 2016년 8월',
          'September 2015 to August 2016',
        ]),
      },
      title: pick([
        'Designers coréens à Limoges, Année croisée',
        '한불 상호교류의 해, 리모주 한국 디자이너 초청',
        'Korean designers in Limoges, Cross-Year',
      ]),
      evidence: mark,
    },
    {
      key: 'festival',
      lane: 'activity',
      from: '2017-04-01',
      until: '2017-05-31',
      date: {
        shown: pick(['avril et mai 2017', '2017년 4–5월', 'April and May 2017']),
        range: pick(['1er avril au 31 mai 2017', '2017년 4월 1일–5월 31일', '1 April to 31 May 2017']),
      },
      title: pick(['Festival de la céramique d’Icheon', '이천 도자기축제', 'Icheon ceramics festival']),
      href: '#festival',
      evidence: mark,
    },
    {
      key: 'ten',
      lane: 'anniversary',
      from: '2025-04-22',
      until: '2025-04-22',
      date: { shown: pick(['22 avril 2025', '2025년 4월 22일', '22 April 2025']) },
      title: pick(['10 ans du jumelage', '자매결연 10주년', '10 years of the twinning']),
      planned: true,
    },
  ]
}
