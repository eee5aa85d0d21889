import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/exchange/read-document.ts';
import { encodeGbk } from './make-gbk.ts';

const read = async (html: string) =>
  await readDocument(new TextEncoder().encode(html), 'page.html');
const lines = async (html: string) => (await read(html)).text.split('\n');

/** A page as government sites lay them out: metadata in a table, the document in a div, site around. */
const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>演示部关于做好示例工作的通知_部门文件_示例网</title>
<script>var a = "脚本里的中文不算正文，再长也不算正文，再长也不算正文";</script><style>p{}</style></head><body>
<div class="top"><nav><a>首页</a><a>政策文件</a></nav><div>您当前的位置：首页 &gt; 政策</div></div>
<table class="meta"><tr><td><b>索 引 号：</b></td><td>000-01</td><td><b>主题分类：</b></td><td>综合</td></tr>
<tr><td><b>发文机关：</b></td><td>演示部</td><td><b>成文日期：</b></td><td>2017年05月28日</td></tr>
<tr><td><b>标　　题：</b></td><td>演示部关于做好示例工作的通知</td></tr></table>
<h1>演示部关于做好示例工作的通知</h1>
<div class="content"><div id="zoom">
<p align="center">演部发〔2017〕1号</p>
<p>　　各有关单位：</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;为做好示例工作，现通知如下，请结合实际
认真贯彻执行，及时报告进展情况，重要事项随时请示。</p>
<p><strong>一、总体要求</strong></p><p>坚持从实际出发，<span>统筹</span>安排，&ldquo;十三五&rdquo;期间建成示范点12&#20010;。<br/>（演示部负责）</p>
<table><tr><td>专栏1</td></tr><tr><td><p>1.示例工程</p><p>2.试点工程</p></td></tr></table>
<pre>附：第一行
第二行</pre>
</div></div>
<div class="share">分享到：微博 微信</div><div>相关链接</div>
<footer>版权所有：示例网　备案号：示例备00000000号</footer></body></html>`;

describe('readDocument on .html', () => {
  test('keeps the document and what the page says of it, drops the site', async () => {
    expect(await read(page)).toMatchObject({ format: 'html', findings: [] });
    expect(await lines(page)).toEqual([
      '索引号：000-01',
      '主题分类：综合',
      '发文机关：演示部',
      '成文日期：2017年05月28日',
      '标题：演示部关于做好示例工作的通知',
      '演示部关于做好示例工作的通知',
      '演部发〔2017〕1号',
      '各有关单位：',
      '为做好示例工作，现通知如下，请结合实际认真贯彻执行，及时报告进展情况，重要事项随时请示。',
      '一、总体要求',
      '坚持从实际出发，统筹安排，“十三五”期间建成示范点12个。',
      '（演示部负责）',
      '专栏1',
      '1.示例工程',
      '2.试点工程',
      '附：第一行',
      '第二行',
    ]);
  });

  test.each(['gb2312', 'GBK', 'gb18030'])('reads %s by its meta', async (charset) => {
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>示例工作</p></body></html>`;
    expect((await readDocument(encodeGbk(html), 'a')).text).toBe('示例工作');
  });

  test('reads GBK that declares nothing, and UTF-8 that declares GBK', async () => {
    expect((await readDocument(encodeGbk('<html><p>示例工作'), 'a')).text).toBe('示例工作');
    expect((await read('<html><meta charset="gbk"><p>示例工作')).text).toBe('示例工作');
  });

  test('a form around the whole page is not chrome, nor is the header of an article', async () => {
    const html = `<body><form><div><article><header><h1>示例工作办法</h1></header><p>${'正文'.repeat(30)}</p></article></div></form><form>搜索框</form>`;
    expect(await lines(html)).toEqual(['示例工作办法', '正文'.repeat(30)]);
  });

  test('a long paragraph or a table is not taken for the whole document', async () => {
    const long = '正文，'.repeat(200);
    expect(await lines(`<body><p>一、标题</p><p>${long}</p>`)).toEqual(['一、标题', long]);
    const rows = `<tr><td>${long}</td><td>甲</td></tr>`.repeat(3);
    const [first] = await lines(`<body><div><p>一、标题</p><table>${rows}</table></div>`);
    expect(first).toBe('一、标题');
  });

  test('a page without Chinese or without sentences is kept whole', async () => {
    expect(await lines('<body><div>menu</div><div>text</div>')).toEqual(['menu', 'text']);
    expect(await lines('<body><div>一、甲</div><div>二、乙</div>')).toEqual(['一、甲', '二、乙']);
  });

  test('hidden text, ruby and scripts are not text', async () => {
    expect(
      await lines(
        '<html><body><p>甲<ruby>乙<rp>(</rp><rt>yǐ</rt><rp>)</rp></ruby><script>x</script>丙</p><div style="display: none">隐</div>',
      ),
    ).toEqual(['甲乙丙']);
  });

  test.each([
    ['a frame without text', '<html><body><img src="a.png"></body></html>', 'document-empty'],
    ['elements nested without end', `<html>${'<div>'.repeat(100_000)}字`, 'document-format'],
    ['elements without number', `<html>${'<br>'.repeat(600_000)}字`, 'document-too-large'],
  ])('%s is refused', async (_, html, code) => {
    const { text, findings } = await read(html);
    expect(text).toBe('');
    expect(findings.map((item) => item.code)).toEqual([code]);
  });
});
