package io.kanilint.standin;

/** The look of the page: GitLab's proportions and colours, light and dark, nothing fetched. */
final class PageStyle {

    static final String CSS = """
            :root { color-scheme: light dark; --page: #fff; --card: #fff; --soft: #fbfafd; --line: #dcdcde; --ink: #28272d;
              --muted: #626168; --link: #1f75cb; --add: #ddfbe6; --add-number: #c7f0d2; --del: #fbe9eb; --del-number: #fad4d8;
              --code: #ececef; --ok: #24663b; --ok-bg: #c3e6cd; --bad: #8d1300; --bad-bg: #fdd4cd; --info: #0b5cad;
              --info-bg: #cbe2f9; --shade: 0 1px 3px rgba(31, 30, 36, .12); }
            @media (prefers-color-scheme: dark) { :root { --page: #18171d; --card: #1f1e24; --soft: #28272d; --line: #434248;
              --ink: #ececef; --muted: #a4a3a8; --link: #63a6e9; --add: #14331f; --add-number: #1b4a2c; --del: #431714;
              --del-number: #5c1f1a; --code: #333238; --ok: #91d4a8; --ok-bg: #0d4524; --bad: #fcb5aa; --bad-bg: #660e00;
              --info: #9dc7f1; --info-bg: #033464; --shade: none; } }
            * { box-sizing: border-box }
            body { margin: 0; background: var(--page); color: var(--ink); font: 14px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif }
            a { color: var(--link); text-decoration: none } a:hover { text-decoration: underline }
            .stand-in { background: var(--soft); border-bottom: 1px solid var(--line); color: var(--muted); font-size: 12px; padding: 5px 24px }
            main { max-width: 1080px; margin: 0 auto; padding: 16px 24px 64px }
            nav { color: var(--muted); font-size: 13px } h1 { font-size: 23px; line-height: 1.3; margin: 10px 0 8px; font-weight: 600 }
            h2 { font-size: 16px; font-weight: 600; margin: 28px 0 10px } .muted { color: var(--muted); font-weight: 400 }
            code, pre, table { font-family: ui-monospace, "JetBrains Mono", Menlo, "DejaVu Sans Mono", monospace; font-size: 12.5px }
            code { background: var(--code); border-radius: 4px; padding: 1px 4px }
            pre { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 8px 12px; overflow-x: auto; margin: 8px 0 }
            pre code { background: none; padding: 0 }
            .badge, .tag { border-radius: 12px; font-size: 12px; padding: 2px 9px; font-weight: 600 }
            .badge.opened { background: var(--ok-bg); color: var(--ok) } .badge.merged { background: var(--info-bg); color: var(--info) }
            .badge.closed { background: var(--bad-bg); color: var(--bad) }
            .tag { border: 1px solid var(--line); color: var(--muted); font-weight: 400; font-size: 11px; padding: 0 6px }
            .card { background: var(--card); border: 1px solid var(--line); border-radius: 6px; margin: 12px 0; overflow: hidden }
            .status { display: flex; gap: 10px; align-items: center; padding: 9px 14px } .status + .status { border-top: 1px solid var(--line) }
            .dot { width: 20px; height: 20px; border-radius: 50%; display: inline-grid; place-items: center; font-size: 12px; font-weight: 700; flex: none }
            .success .dot { background: var(--ok-bg); color: var(--ok) } .failed .dot { background: var(--bad-bg); color: var(--bad) }
            .pending .dot { background: var(--code); color: var(--muted) }
            .success b.state { color: var(--ok) } .failed b.state { color: var(--bad) }
            .file > header { background: var(--soft); border-bottom: 1px solid var(--line); padding: 8px 14px; display: flex; gap: 10px; align-items: center;
              font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 13px }
            .plus { color: var(--ok) } .minus { color: var(--bad) } .right { margin-left: auto }
            table { border-collapse: collapse; width: 100%; table-layout: fixed } td { padding: 0; vertical-align: top }
            td.n { width: 46px; text-align: right; padding: 0 8px; color: var(--muted); user-select: none; border-right: 1px solid var(--line) }
            td.c { padding: 0 10px; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4 }
            tr.add td { background: var(--add) } tr.add td.n { background: var(--add-number) }
            tr.del td { background: var(--del) } tr.del td.n { background: var(--del-number) }
            tr.gap td { background: var(--soft); color: var(--muted); text-align: center; padding: 2px }
            td.talk { background: var(--soft); border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 12px 16px }
            .thread { background: var(--card); border: 1px solid var(--line); border-radius: 6px; box-shadow: var(--shade); overflow: hidden;
              font: 14px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif } .thread + .thread { margin-top: 10px }
            .thread > summary { cursor: pointer; padding: 8px 14px; color: var(--muted) } .thread > summary b { color: var(--ok) }
            .thread[open] > summary { border-bottom: 1px solid var(--line) }
            .note { padding: 12px 16px } .note + .note { border-top: 1px solid var(--line) } .note > .who { margin-bottom: 6px }
            .note p { margin: 8px 0 } .note > :last-child { margin-bottom: 0 } .card.note > :first-child { margin-top: 0 } .note details { border: 1px solid var(--line); border-radius: 4px; margin: 8px 0; padding: 4px 12px }
            .note details summary { cursor: pointer; color: var(--link) } .note ul, .note ol { margin: 8px 0; padding-left: 24px }
            .note h1, .note h2, .note h3, .note h4 { font-size: 15px; margin: 10px 0 4px } .note blockquote { border-left: 3px solid var(--line); margin: 8px 0; padding-left: 12px; color: var(--muted) }
            .avatar { display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 50%; background: var(--info-bg); color: var(--info); font-size: 12px; font-weight: 700 }
            .avatar.bot { background: var(--ok-bg); color: var(--ok) }
            .suggestion { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; margin: 10px 0 }
            .suggestion > header { display: flex; align-items: center; gap: 10px; background: var(--soft); border-bottom: 1px solid var(--line); padding: 6px 12px }
            button { font: inherit; font-size: 13px; color: var(--link); background: var(--card); border: 1px solid var(--link); border-radius: 4px; padding: 3px 12px; cursor: pointer }
            button:hover { background: var(--info-bg) } .suggestion form { margin: 0 0 0 auto } .suggestion .why { margin-left: auto; color: var(--muted); font-size: 13px }
            .applied { margin-left: auto; color: var(--ok); font-size: 13px; font-weight: 600 }
            .alert { background: var(--bad-bg); color: var(--bad); border-radius: 6px; padding: 10px 14px; margin: 12px 0 }
            .system { color: var(--muted); padding: 4px 2px } .outdated { padding: 0 16px 12px; background: var(--soft) } .outdated h3 { font-size: 13px; color: var(--muted); font-weight: 400; margin: 0; padding: 10px 0 }
            """;

    private PageStyle() {}
}
