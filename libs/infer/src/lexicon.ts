/**
 * Words of the trade: what stands before the colon is what a name means, what comes after it how partners write it: English,
 * abbreviations, pinyin and Chinese. Longer phrases win over shorter ones.
 */
const lines = `
container: container containers cntr ctn ctnr cont equipment eqp box boxes 集装箱 箱 柜 货柜 jizhuangxiang xiang
container number: ctnno cntrno containerno containerid contno 箱号 柜号 集装箱号 集装箱箱号 xianghao jizhuangxianghao
size type: sizetype isotype ctntype 箱型 尺寸箱型 箱型尺寸 箱型代码 xiangxing
size: size 尺寸 chicun
seal: seal seals sealno 铅封 铅封号 封号 封条 封志 qianfeng qianfenghao
bill number: billno blno bl mbl mblno billofladingno billladno bill_of_lading 提单号 提运单号 提单 提运单 tidanhao tidan
bill: bill billoflading waybill
booking number: bookingno bkno bkgno booking 订舱号 dingcanghao
waybill number: waybillno logisticsno mailno 运单号 运单编号 物流运单 快递单号 分运单号
vessel: vessel vesl veslname ship vsl 船舶 船 chuanbo chuan
vessel name: vesselname shipname vslname 船名 船舶名称 chuanming
vessel name foreign: veslnameen vesselnameen 英文船名 船舶英文名称
imo: imo imono imonumber imo号 imo编号
call sign: callsign 呼号 huhao
voyage: voyage voyageno voy voyno vvd 航次 航次号 hangci
flight: flight 航班
port loading: pol loadport loadingport portofloading 装货港 装船港 起运港 启运港 装港 zhuanghuogang qiyungang
port discharge: pod dischport dischargeport portofdischarge unloadport 卸货港 卸船港 卸港 xiehuogang
port: port 港口 港 gangkou
destination: destination dest destcode 目的地 目的港 指运 抵运 mudigang
destination port: distinateport destinationport
departure: departure depart dep desp despatch 启运 起运 出发 离港
arrival: arrival arrive arv 抵达 到港 抵港 到达 进港
estimated: eta etd estimated 预计 预抵
terminal: terminal wharf 码头 matou
berth: berth 泊位 bowei
yard: yard depot 堆场 duichang
gate: gate 闸口 卡口 道口
operator: operator opr 经营人 箱主 持箱人
carrier: carrier line 承运人 船公司 chengyunren
agent: agent agency decl 代理 申报单位 报关单位 船代 货代 daili
typist: typist inputer 录入员
declarant: declarant 申报人 报关员
trader: trade trader 经营单位 收发货人 境内收发货人 jingyingdanwei
owner: owner 货主 生产销售单位 消费使用单位 huozhu
consignee: consignee cnee 收货人 shouhuoren
consignor: consignor shipper 发货人 托运人 fahuoren
notify: notify 通知人 通知方
buyer: buyer 订购人 买方
seller: seller 卖方
payer: payer 支付人 付款人
overseas: overseas foreign 境外
domestic: domestic 境内
merchant: ebc merchant 电商企业 商户
platform: ebp platform 电商平台
logistics provider: logistics 物流企业
producer: producer manufacturer 生产企业
warehouse: warehouse 仓库
enterprise: enterprise company cop 企业 单位 公司
party: party
name: name cname 名称 姓名 名
name foreign: ename 英文名称 外文名称 英文名
code: code id bm 代码 编码 代号 daima
number: number no num nbr numb 号 号码 编号 单号 haoma bianhao
credit code: scc creditcode uscc 信用代码 统一社会信用代码 社会信用代码
inspection code: ciqcode 检验检疫编码 检验检疫代码
inspection: inspection ciq insp 检验检疫 检验 检疫 商检
customs: customs 海关 haiguan
office: office org 关区 机构 机关
customs office: customsoffice customscode custommaster 申报地海关 主管海关 申报关区
entry exit: ie enty 进出境 进出口
entry exit office: ieport 进出境关别 进出口岸 进出境海关
entry exit date: iedate 进出境日期 进出口日期
direction: direction ieflag ie_flag impexp 进出口标志 进出口标记 进出标志 jinchukou
import: import imp 进口 jinkou
export: export exp 出口 chukou
declaration: declaration dec declare declared 报关单 申报 报关
entry number: entryid entryno 报关单号 报关单编号 海关编号 baoguandanhao
pre entry: preentry preno preentryid 预录入 预录入编号
unified number: seqno 统一编号
value: value val 数值 值
date: date dt day 日期 riqi
time: time datetime 时间
reported: reported appt apptime report 申报时间 报送
move: move operation 作业 zuoye
moved time: movetime operationtime 作业时间 装卸时间 作业日期
gate in: gatein ingate 进闸 进门 进场
gate out: gateout outgate 出闸 出门 出场
load: load loaded loading 装船 装货 装 zhuangchuan
discharge: discharge disch unload unloading dschrg 卸船 卸货 卸 xiechuan
fullness: fullness ef fe fullempty emptyfull 空重 空重标志 箱状态 空箱 重箱 kongzhong
gross mass: gross grossweight grosswt grosswet grosswgt gw grossmass 毛重 总重 maozhong zongzhong
net mass: net netweight netwt nw netmass 净重 jingzhong
tare: tare 皮重 箱皮重
verified gross mass: vgm 核实毛重
mass: mass weight wt wet wgt kgs 重量 zhongliang
volume: volume cbm measurement 体积 tiji
quantity: quantity qty 数量 shuliang
statutory quantity: statutoryqty 法定数量
statutory quantity value: qty1 firstqty 第一数量 第一法定数量
statutory quantity unit: unit1 firstunit 第一单位 第一法定单位
second quantity value: qty2 secondqty 第二数量 第二法定数量
second quantity unit: unit2 secondunit 第二单位 第二法定单位
first: first 第一
second: second 第二
unit: unit uom 单位 计量单位 danwei
package: package packages pack packno pkg pkgs pcs packing wrap 件数 包装 jianshu
event: event 事件 shijian
file: file 文件 附件
package type: packagetype wraptype packtype 包装种类 包装类型 包装方式
total: total 总 合计 zong
goods: goods cargo commodity g 货物 商品 货 huowu shangpin
goods name: goodsname gname cargoname 货名 品名 商品名称 货物名称 huoming pinming
description: description desc 描述 说明 品名
commodity code: hscode hs codets gcode commoditycode 商品编码 商品编号 税号 税则号列 hs编码
specification: specification spec model gmodel 规格 型号 规格型号 guige
item: item list line 项 项号 序号 xuhao
line number: gno gnum lineno itemno itemseq 项号 序号 商品序号 行号
sequence: sequence seq 顺序
price: price unitprice declprice 单价 价格 danjia
total price: totalprice decltotal amount totalamount 总价 金额 总金额 总额 jine
currency: currency curr cur tradecurr 币制 币种 货币 bizhi
country: country ctry nation 国 国家 国别 guojia
origin country: origincountry origin coo 原产国 原产地 原产国地区
destination country: destinationcountry destcountry 最终目的国
trading country: tradecountry 贸易国 贸易国别
mode: mode 方式 fangshi
supervision mode: trademode supervisionmode 监管方式 贸易方式
transport: transport traf transp 运输 yunshu
transport mode: trafmode transmode 运输方式
transport vessel name: trafname meansname 运输工具名称 运输工具
master: master captain 船长
trade terms: tradeterms incoterms transmode 成交方式
levy: levy cut duty 征免
levy mode: dutymode 征免方式
levy nature: cutmode 征免性质
tax: tax 税 税款
freight: freight fee f 运费 yunfei
insurance: insurance insur insured i 保费 保险费 baofei
charge: charge charges other 杂费 费用
mark: mark flag 标志 标记
rate: rate 率 费率
contract number: contractno contrno contract 合同号 合同协议号 合同编号 hetonghao
licence: licence license licenseno 许可证 许可证号
record number: manualno emsno recordno 备案号 账册编号 手册号 备案编号
document: document docu doc 单证 随附单证
certificate: certificate cert 证书 证明
remarks: remarks remark note notes memo comment bz 备注 beizhu
marks: shippingmarks markno marksandnumbers 唛头 标记唛码
text: text content 内容 文本
kind: kind type category lx 类型 类别 种类 leixing
function: function apptype functioncode 报送类型 功能代码
status: status state stage appstatus 状态 业务状态 zhuangtai
reference: reference ref copno refno 企业内部编号 内部编号 参考号 编号
manifest: manifest 舱单 cangdan
message: message msg transmission base transfer 报文
guid: guid uuid
sender: sender from 发送方
receiver: receiver recipient to 接收方
order number: orderno orderid 订单编号 订单号 dingdanhao
list: inventory 清单
list number: invtno listno 清单编号 清单号
payment: payment pay 支付 付款
phone: phone tel telephone mobile 电话 手机 联系电话 dianhua
email: email mail 邮箱 电子邮件
address: address addr 地址 dizhi
contact: contact linkman link 联系人 lianxiren
temperature: temperature temp tmp 温度 wendu
dangerous: dangerous danger dang hazardous dg imdg 危险 危险品 危险货物 危品 weixianpin
undg: undg un unno uncode unnumber 联合国编号 危险货物编号
class: class cls 等级 危险等级 类
truck: truck vehicle plate licenseplate truckno 车牌 车牌号 车号 车辆 chepai
driver: driver 司机 驾驶员
cell: cell slot bay stowage 箱位 船箱位 贝位 xiangwei
damage: damage 残损 坏箱 cansun
person: person passenger pax crew 旅客 人员 乘客 船员
birth: birth birthday dob 出生 出生日期
gender: gender sex 性别
nationality: nationality nat 国籍
passport: passport 护照
surname: surname familyname lastname 姓
given: given givenname firstname 名
version: version ver 版本
created: created createtime creattime 创建时间 生成时间
actual: actual ata atd 实际
district: district area region 地区
place: place location loct 地点 场所
site: site 场所
next: next 下一
previous: previous last prev 上一
bar code: barcode 条码 条形码
`;

export interface Phrase {
  readonly text: string;
  readonly concepts: readonly string[];
}

/** How names are written, without white space and marks, and what they mean. */
export const phrases: readonly Phrase[] = lines
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [meaning = '', written = ''] = line.split(':');
    const concepts = meaning.trim().split(' ');
    return written
      .trim()
      .split(/\s+/)
      .map((text) => ({ text: text.replace(/_/g, ''), concepts }));
  });
