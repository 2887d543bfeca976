import { directionOf } from '../../platform/i18n/languages.ts'
import { useReader } from '../reader.tsx'
import { languageInWords } from '../text/language-in-words.ts'

/** Says in the reader’s language that the interface has no words in it; nothing where it has. */
export function InterfaceNote() {
  const reader = useReader()
  const { language, interfaceLanguage, t } = reader
  if (language === interfaceLanguage) return null
  const own = sentences[language.split('-')[0] ?? '']
  return own === undefined ? (
    <p class="interface-note">{t('ui.shell.noInterface', { language: languageInWords(reader, language) })}</p>
  ) : (
    <p class="interface-note" lang={language} dir={directionOf(language)}>
      {own}
    </p>
  )
}

// “Buttons and headings do not exist in this language yet; the texts of the group do, where somebody wrote them.” Machine-made, see docs/to-be-confirmed.md.
const sentences: Readonly<Record<string, string>> = {
  ar: 'الأزرار والعناوين غير متوفرة بهذه اللغة بعد؛ أما نصوص المجموعة فتُعرض بها حيثما وُجدت.',
  bg: 'Бутоните и заглавията още не са налични на този език; текстовете на групата са, когато съществуват.',
  cs: 'Tlačítka a nadpisy v tomto jazyce zatím nejsou; texty skupiny ano, pokud existují.',
  de: 'Schaltflächen und Überschriften gibt es in dieser Sprache noch nicht; die Texte der Gruppe schon, soweit vorhanden.',
  el: 'Τα κουμπιά και οι τίτλοι δεν υπάρχουν ακόμη σε αυτή τη γλώσσα· τα κείμενα της ομάδας υπάρχουν, όπου έχουν γραφτεί.',
  es: 'Los botones y los títulos aún no existen en este idioma; los textos del grupo sí, cuando los hay.',
  fa: 'دکمه‌ها و عنوان‌ها هنوز به این زبان موجود نیستند؛ متن‌های گروه، هر جا که نوشته شده باشند، به این زبان نمایش داده می‌شوند.',
  he: 'הלחצנים והכותרות עדיין אינם קיימים בשפה זו; הטקסטים של הקבוצה מוצגים בה היכן שנכתבו.',
  hu: 'A gombok és címek ezen a nyelven még nem érhetők el; a csoport szövegei igen, ahol vannak.',
  id: 'Tombol dan judul belum tersedia dalam bahasa ini; teks grup ditampilkan bila ada.',
  it: 'I pulsanti e i titoli non esistono ancora in questa lingua; i testi del gruppo sì, dove ci sono.',
  ja: 'ボタンと見出しはまだこの言語に対応していません。グループの文章は、ある場合にこの言語で表示されます。',
  nl: 'Knoppen en koppen bestaan nog niet in deze taal; de teksten van de groep wel, waar ze er zijn.',
  pl: 'Przyciski i nagłówki nie są jeszcze dostępne w tym języku; teksty grupy są, jeśli istnieją.',
  pt: 'Os botões e os títulos ainda não existem nesta língua; os textos do grupo sim, quando os há.',
  ro: 'Butoanele și titlurile nu există încă în această limbă; textele grupului există, acolo unde au fost scrise.',
  ru: 'Кнопки и заголовки пока недоступны на этом языке; тексты группы показаны на нём, если они есть.',
  sr: 'Дугмад и наслови још не постоје на овом језику; текстови групе постоје, где су написани.',
  tr: 'Düğmeler ve başlıklar bu dilde henüz yok; grubun metinleri, varsa, bu dilde gösterilir.',
  uk: 'Кнопки й заголовки цією мовою ще недоступні; тексти групи показано нею, якщо вони є.',
  vi: 'Các nút và tiêu đề chưa có bằng ngôn ngữ này; các văn bản của nhóm được hiển thị nếu có.',
  zh: '按钮和标题尚无此语言版本；小组的文字如有此语言则予以显示。',
}
