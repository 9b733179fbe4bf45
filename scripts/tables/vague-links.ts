/**
 * Words of links that say nothing of where they lead, by the language they are of (ISO 639), in small letters. Screen
 * readers read links out by themselves, one after the other, and on paper nobody can follow “here” (WCAG 2.4.4).
 */
export const vagueLinks: Readonly<Record<string, readonly string[]>> = {
  ar: ["هنا", "اضغط هنا", "انقر هنا", "اقرأ المزيد", "المزيد", "الرابط", "هذا الرابط"],
  de: ["hier", "hier klicken", "klicken sie hier", "mehr", "mehr lesen", "weiterlesen", "link"],
  en: [
    ...["here", "click here", "go here", "see here", "this", "this link", "this page", "link"],
    ...["the link", "more", "read more", "learn more", "see more", "more info", "details"],
  ],
  es: [
    ...["aquí", "clic aquí", "haga clic aquí", "haz clic aquí", "pulse aquí", "este enlace"],
    ...["enlace", "más", "leer más", "ver más", "saber más", "más información"],
  ],
  fr: [
    ...["ici", "cliquez ici", "cliquer ici", "ce lien", "lien", "plus", "lire la suite"],
    ...["en savoir plus", "voir plus"],
  ],
  he: ["כאן", "לחצו כאן", "לחץ כאן", "לחצי כאן", "קישור", "קרא עוד", "קראו עוד", "עוד"],
  hi: ["यहाँ", "यहां", "यहाँ क्लिक करें", "यहां क्लिक करें", "लिंक", "और पढ़ें", "अधिक"],
  it: ["qui", "clicca qui", "questo link", "link", "leggi di più", "altro"],
  ja: ["こちら", "ここ", "ここをクリック", "こちらをクリック", "リンク", "詳細", "続きを読む"],
  ko: ["여기", "여기를 클릭", "여기를 누르세요", "링크", "더 보기", "더보기", "자세히"],
  nl: ["hier", "klik hier", "deze link", "link", "meer", "lees meer", "lees verder"],
  pt: ["aqui", "clique aqui", "este link", "link", "mais", "leia mais", "saiba mais", "ver mais"],
  ru: ["здесь", "тут", "сюда", "нажмите здесь", "ссылка", "эта ссылка", "подробнее", "далее"],
  vi: ["tại đây", "ở đây", "đây", "bấm vào đây", "nhấp vào đây", "liên kết", "xem thêm"],
  zh: [
    ...["这里", "點這裡", "点这里", "点击这里", "點擊這裡", "這裡", "此处", "此處", "点击此处"],
    ...["链接", "連結", "更多", "详情", "詳情", "阅读更多"],
  ],
};
