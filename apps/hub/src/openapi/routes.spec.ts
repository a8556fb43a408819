import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DocsController } from '../docs/docs.controller.js';
import { membersOf } from '../docs/json-reading.js';
import { httpAdapter, serverLimits } from '../http/server.js';
import { openApiDocument } from './document.js';

const hub = fileURLToPath(new URL('../', import.meta.url));

/** Every controller of the hub: Nest serves what they declare. */
async function controllers(): Promise<object[]> {
  const files = readdirSync(hub, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.controller.ts'),
  );
  const found: object[] = [];
  for (const file of files) {
    const module: object = await import(pathToFileURL(hub + file).href);
    found.push(...Object.values(module).filter((one) => Reflect.hasMetadata(PATH_METADATA, one)));
  }
  return found;
}

/** `get /v1/documents/{id}` */
function routesOf(controller: object): string[] {
  const base: string = Reflect.getMetadata(PATH_METADATA, controller);
  const prototype: object = Reflect.get(controller, 'prototype');
  return Object.getOwnPropertyNames(prototype)
    .map((name): object => Reflect.get(prototype, name))
    .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
    .map((handler) => {
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)] ?? '';
      const path = `/${base}/${Reflect.getMetadata(PATH_METADATA, handler)}`.replace(/\/+/g, '/');
      const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
      return `${method.toLowerCase()} ${plain.replace(/:(\w+)/g, '{$1}')}`;
    });
}

it('describes every route that is served, and no other', async () => {
  const described = membersOf(openApiDocument().paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  const served = (await controllers()).flatMap(routesOf);
  expect(served.length).toBeGreaterThan(50);
  expect(served.sort()).toEqual(described.sort());
});

describe('the pages', () => {
  let app: NestFastifyApplication;
  let base: string;
  beforeAll(async () => {
    class Pages {}
    const module = { module: Pages, controllers: [DocsController] };
    app = await NestFactory.create(module, httpAdapter(serverLimits, false), {
      logger: false,
      abortOnError: false,
    });
    await app.listen(0, '127.0.0.1');
    base = await app.getUrl();
  });
  afterAll(() => app.close());

  const page = async (path: string, language = 'zh'): Promise<{ headers: Headers; body: string }> => {
    const answer = await fetch(`${base}${path}`, { headers: { 'accept-language': language } });
    expect(answer.status).toBe(200);
    return { headers: answer.headers, body: await answer.text() };
  };

  it.each([
    ['/openapi.json', 'application/json', /"openapi":"3\.1\.\d+"/],
    ['/asyncapi.json', 'application/json', /"asyncapi":"3\.0\.0"/],
    ['/docs?lang=zh', 'text/html', /提交报文/],
    ['/docs?lang=en', 'text/html', /Send a message/],
    ['/docs/documents?lang=zh', 'text/html', /<section id="schema-Declaration">/],
    ['/docs/faults?lang=zh', 'text/html', /<section id="gateway_key_missing">/],
    ['/docs/faults?lang=en', 'text/html', /<section id="exchange_key_reused">/],
  ])('%s is given to anyone', async (path, type, content) => {
    const { headers, body } = await page(path);
    expect(headers.get('content-type')).toContain(type);
    expect(body).toMatch(content);
  });

  it('come in the language that the reader prefers', async () => {
    expect((await page('/docs', 'en-GB,en;q=0.9')).body).toContain('<html lang="en">');
    expect((await page('/docs', 'zh-CN')).body).toContain('<html lang="zh-CN">');
  });

  it.each(['/docs', '/docs/documents', '/docs/faults'])(
    '%s fetches nothing and runs nothing',
    async (path) => {
      const { body, headers } = await page(path);
      expect(body).not.toMatch(/<script|<link|<img|@import|src=|url\(/i);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it.each(['/docs?lang=en', '/docs?lang=zh', '/docs/documents?lang=en', '/docs/documents?lang=zh'])(
    '%s leads every link somewhere',
    async (path) => {
      const { body } = await page(path);
      const faults = (await page('/docs/faults')).body;
      const anchors = (text: string): Set<string> =>
        new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? ''));
      const [own, codes] = [anchors(body), anchors(faults)];
      const links = [...body.matchAll(/href="([^"]*)#([^"]+)"/g)];
      expect(links.length).toBeGreaterThan(100);
      const broken = links.filter(([, where, id = '']) => !(where === '/docs/faults' ? codes : own).has(id));
      expect(broken.map(([link]) => link)).toEqual([]);
    },
  );

  it('escape what they show', async () => {
    expect((await page('/docs/faults')).body).toContain('Authorization: Bearer &lt;密钥&gt;');
  });
});
