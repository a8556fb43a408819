import { adapterFaults } from '#adapters';
import { brokerFaults } from '#brokers';
import { canonicalFaults } from '#canonical';
import { chainFaults, evidenceFaults } from '#evidence';
import { deliveryFaults, exchangeFaults } from '#exchange';
import { federationFaults, transferFaults } from '#federation';
import type { FaultDefinition, FaultDefinitions, Texts } from '#kernel';
import { mappingFaults } from '#mapping';
import { queueFaults } from '#queue';
import { routingFaults } from '#routing';
import { storeFaults } from '#store';
import { syntaxFaults } from '#syntax';
import { adminFaults } from '../admin/faults.js';
import { selfServiceFaults } from '../self-service/faults.js';
import { configFaults } from '../config.js';
import { fileDropFaults } from '../file-drop/faults.js';
import { gatewayFaults } from '../http/faults.js';

export interface FaultChapter {
  readonly title: Texts;
  readonly faults: readonly (readonly [code: string, definition: FaultDefinition])[];
}

const chapter = (zh: string, en: string, definitions: FaultDefinitions): FaultChapter => ({
  title: { zh, en },
  faults: Object.entries(definitions),
});

/** Every fault the hub and its tools can give, from the libraries that own them, along the life of a message. */
export const faultChapters: readonly FaultChapter[] = [
  chapter('接入', 'The door', gatewayFaults.definitions),
  chapter('受理与查询', 'Acceptance', exchangeFaults.definitions),
  chapter('语法', 'Syntax', syntaxFaults.definitions),
  chapter('适配器', 'Adapters', adapterFaults.definitions),
  chapter('映射', 'Mapping', mappingFaults.definitions),
  chapter('标准单证', 'Documents', canonicalFaults.definitions),
  chapter('路由与权限', 'Routes and rights', routingFaults.definitions),
  chapter('投递', 'Delivery', deliveryFaults.definitions),
  chapter('消息中间件', 'Brokers', brokerFaults.definitions),
  chapter('回执与密钥', 'Evidence', evidenceFaults.definitions),
  chapter('证据链', 'The chain of evidence', chainFaults.definitions),
  chapter('节点互联', 'Federation', federationFaults.definitions),
  chapter('节点间转送', 'Transfer between nodes', transferFaults.definitions),
  chapter('文件落地', 'File drop', fileDropFaults.definitions),
  chapter('管理', 'Administration', adminFaults.definitions),
  chapter('自助订阅', 'Self-service', selfServiceFaults.definitions),
  chapter('存储', 'Store', storeFaults.definitions),
  chapter('队列', 'Queue', queueFaults.definitions),
  chapter('配置', 'Configuration', configFaults.definitions),
];
