/** Style of the page on its own; one text, so that the page's policy can name it by its digest. */
export const STYLE = `:root{color-scheme:light dark;--ink:light-dark(#182026,#e9edef);--quiet:light-dark(#596670,#9eaab2);--line:light-dark(#dce1e5,#343e45);--paper:light-dark(#fff,#1c2226);--band:light-dark(#f4f6f7,#262e33);--bad:light-dark(#b0261d,#ff9f95);--ask:light-dark(#875000,#f0b860);--busy:light-dark(#0a6375,#71c7d6);--good:light-dark(#1a6f38,#74d190);--none:light-dark(#56626b,#a5b0b8)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1200px;padding:24px;background:var(--paper);color:var(--ink);font:14px/20px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1{font-size:22px;line-height:28px;margin:4px 0 8px}h2{font-size:16px;line-height:22px;margin:28px 0 8px}
p,ul{margin:0 0 8px}.meta,.notes{color:var(--quiet)}.notes{padding-left:18px}
.counts{display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;list-style:none;font-weight:600}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px;line-height:18px}
th,td{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}
thead th{background:var(--band);font-size:12px;line-height:16px}tbody th{font-weight:600}
td{min-width:5em}th p,td p{margin:4px 0 0;font-weight:400}th[scope=row]{min-width:16em}code{font:12px/18px ui-monospace,Menlo,Consolas,monospace}a{color:var(--busy)}
.error{color:var(--bad)}.warning{color:var(--ask)}.advice{color:var(--busy)}.pass{color:var(--good)}.unknown,.not-applicable{color:var(--none)}
td.error,td.warning,td.advice,td.pass,td.unknown,td.not-applicable{font-weight:600}
@media screen and (max-width:800px){body{padding:16px}.wide table,.wide tbody,.wide tr,.wide th,.wide td{display:block}.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.wide tr{display:flex;flex-direction:column;margin:0 0 12px;border:1px solid var(--line);border-radius:6px;overflow:hidden}.wide th,.wide td{border:0;min-width:0;padding:6px 10px}.wide th[scope=row]{order:-1;min-width:0;background:var(--band)}.wide td{display:grid;grid-template-columns:minmax(6em,28%) minmax(0,1fr);gap:0 10px}.wide tr>td{border-top:1px solid var(--line)}.wide td:has(>div:empty){display:none}.wide td::before{content:attr(data-h);color:var(--quiet);font-weight:400;font-size:12px}.wide td>div{min-width:0;overflow-wrap:anywhere}}
@media print{:root{color-scheme:light}@page{size:landscape;margin:12mm}body{max-width:none;padding:0;font-size:11px;line-height:15px}table{font-size:10px;line-height:14px}.wide{overflow:visible}.wide table{min-width:0}th[scope=row]{min-width:0}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}a{color:inherit}}`;

/** SHA-256 of the style, base64; a test compares. */
export const STYLE_DIGEST = 'n4sJ9S77GYF1hQQ3SrdepfsguzztLb0vsgwXTvt9Ghw=';
