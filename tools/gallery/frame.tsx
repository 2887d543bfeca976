import type { ComponentChildren } from 'preact'
import { type InterfaceLanguage, interfaceLanguages } from '../../src/platform/i18n/languages.ts'
import type { Reader } from '../../src/platform/i18n/reader.ts'
import { Notice } from '../../src/ui/blocks/notice.tsx'
import { page } from '../../src/ui/shell/shell.tsx'
import { uiReader } from '../../src/ui/ui-reader.ts'
import { name, type Words } from './samples.ts'

export interface Gallery {
  reader: Reader
  pick: (words: Words) => string
  /** The Korean reader's own side is Korea. */
  koreanFirst: boolean
}

export function galleryFor(language: InterfaceLanguage): Gallery {
  const position = interfaceLanguages.indexOf(language)
  return {
    reader: uiReader(language),
    pick: (words) => words[position] ?? words[2],
    koreanFirst: language === 'ko',
  }
}

/** One page of the gallery in the shell of a network. */
export function framed(gallery: Gallery, file: string, title: Words, children: ComponentChildren): string {
  const { reader, pick } = gallery
  const address = (language: string) => `${file}.${language}.html`
  return page({
    reader,
    assets: { css: 'assets/app.css', js: 'assets/main.js', fonts: ['assets/fonts/latin.woff2'] },
    title: pick(title),
    description: pick(title),
    addresses: { fr: address('fr'), ko: address('ko'), en: address('en') },
    canonical: address(reader.language),
    network: {
      name: name([
        'Groupe-pays République de Corée',
        '한불 지방정부 교류 그룹',
        'Republic of Korea country group',
      ]),
      path: 'home',
      doors: [{ door: 'cooperations', href: `home.${reader.language}.html`, current: false }],
    },
    row: navigation.map(([target, words]) => ({
      label: pick(words),
      href: `${target}.${reader.language}.html`,
      current: target === file,
    })),
    account: <a href="#sign-in">{pick(['Se connecter', '로그인', 'Sign in'])}</a>,
    banner: (
      <Notice>
        {pick([
          'Démonstration vue au 8 juillet 2017. ',
          '2017년 7월 8일 기준으로 표시된 시연용 자료입니다. ',
          'Demonstration, as seen on 8 July 2017. ',
        ])}
        <a href="?now=today">
          {pick(['Voir à la date d’aujourd’hui', '오늘 기준으로 보기', 'See it today'])}
        </a>
      </Notice>
    ),
    structuredData: { '@context': 'https://schema.org', '@type': 'WebPage', name: pick(title) },
    children,
  })
}

const navigation: [string, Words][] = [
  ['home', ['Accueil', '홈', 'Home']],
  ['list', ['Coopérations', '교류협력', 'Cooperations']],
  ['chart', ['Chronologie', '연표', 'Timeline']],
  ['cooperation', ['Limoges – Icheon', '이천 – 리모주', 'Limoges – Icheon']],
  ['parts', ['Composants', '구성 요소', 'Parts']],
]
