import type { BusinessTable } from './business-tables.ts';

/*
 * What people call the columns of the business tables, in English, Spanish and Portuguese. Words are lower-case, without
 * accents, joined by blanks; `;` separates names. The first list names the column; the second may mean it.
 */
interface Names {
  sure: string;
  maybe?: string;
}

const customer: Names = {
  sure:
    'customer id;customer;customer number;customer no;customer code;cust id;client id;client;client number;client code;' +
    'customer unique id;user id;user;household id;household key;member id;member;account id;account number;shopper id;' +
    'buyer id;buyer;subscriber id;visitor id;contact id;consumer id;patient id;guest id;player id;prospect id;card number;' +
    'loyalty id;id cliente;cliente id;cliente;codigo cliente;cod cliente;numero cliente;num cliente;no cliente;id usuario;' +
    'usuario id;usuario;id socio;socio;id abonado;abonado;comprador;id comprador;id persona;id contacto;codigo de cliente;' +
    'id do cliente;codigo do cliente;id de cliente;id do usuario;assinante;id assinante;cpf;dni;nif',
  maybe: 'id;respondent id;person id;uid;cid;email;customer email;e mail;correo;nombre cliente;customer name',
};

const time = (sure: string, maybe: string = ''): Names => ({ sure, maybe });

export const headerWords: Partial<Record<BusinessTable, Record<string, Names>>> = {
  orders: {
    customer_id: customer,
    ordered_at: time(
      'ordered at;order date;order time;order datetime;order timestamp;purchase date;purchased at;order purchase timestamp;' +
        'purchase timestamp;invoice date;transaction date;transaction timestamp;transaction time;trans date;sale date;sold at;' +
        'fecha pedido;fecha de pedido;fecha compra;fecha de compra;fecha venta;fecha de venta;fecha factura;fecha transaccion;' +
        'data pedido;data do pedido;data compra;data da compra;data venda;data da venda;day of purchase',
      'date;datetime;timestamp;time;created at;created;day;fecha;fecha y hora;fecha hora;dia;data;data hora;payment date;fecha pago;creado',
    ),
    amount: {
      sure:
        'amount;order amount;order value;order total;total amount;total value;total;revenue;sales;sales value;sales amount;' +
        'net sales;net amount;gross amount;grand total;subtotal;transaction amount;transaction value;purchase amount;invoice amount;' +
        'invoice total;dollar value;value;spend;payment value;monetary value;importe;importe total;monto;monto total;total pedido;' +
        'total compra;valor total;valor pedido;valor compra;ventas;ingresos;facturacion;valor;valor do pedido;receita;faturamento;' +
        'valor da compra;valor pago;importe neto;total neto;line total;extended price;net revenue;order revenue;sales usd;amount usd;amount eur',
      maybe: 'price;paid;cost;precio;preco;payment;pago;pagamento;stakes;base;neto;eur;usd;euros;gasto',
    },
    order_id: {
      sure:
        'order id;order number;order no;order code;order;invoice;invoice no;invoice number;invoice id;transaction id;basket id;' +
        'receipt id;receipt number;receipt;ticket id;ticket number;sale id;purchase id;bill number;numero pedido;num pedido;' +
        'id pedido;pedido;pedido id;codigo pedido;factura;numero factura;num factura;id factura;id venta;id compra;ticket;' +
        'numero ticket;id transaccion;id do pedido;numero do pedido;nota fiscal;id venda;fatura;id transacao',
      maybe: 'document number;documento;reference;referencia',
    },
    margin: { sure: 'margin;gross margin;profit;gross profit;margen;margen bruto;beneficio;margem;lucro;contribution' },
    discount: { sure: 'discount;discount amount;retail disc;descuento;desconto;rebaja;importe descuento' },
    currency: { sure: 'currency;currency code;moneda;divisa;moeda' },
    channel: {
      sure: 'channel;sales channel;order channel;canal;canal venta;canal de venta;canal de venda',
      maybe: 'platform;source',
    },
    store: {
      sure: 'store;store id;shop;shop id;branch;outlet;location;tienda;id tienda;sucursal;punto de venta;loja;id loja;filial',
    },
    status: {
      sure: 'status;order status;state of order;estado pedido;estado del pedido;estatus;situacion;situacao;status do pedido;status pedido',
      maybe: 'estado',
    },
    coupon: { sure: 'coupon;coupon code;promo code;voucher;cupon;codigo promocional;cupom' },
  },
  order_items: {
    order_id: {
      sure: 'order id;order number;order no;invoice;invoice no;invoice number;invoice id;basket id;transaction id;receipt id;id pedido;numero pedido;pedido;factura;numero factura;ticket;id do pedido;pedido id',
    },
    customer_id: customer,
    ordered_at: time(
      'order date;invoice date;purchase date;transaction date;transaction timestamp;fecha pedido;fecha compra;fecha venta;fecha factura;data pedido;data compra;data venda',
      'date;fecha;data;timestamp',
    ),
    product_id: {
      sure:
        'product id;product;product code;product number;sku;stock code;item id;item;item code;item number;article;article id;ean;upc;' +
        'gtin;asin;barcode;id producto;producto;codigo producto;cod producto;articulo;codigo articulo;referencia;produto;id produto;' +
        'codigo produto;codigo do produto;id do produto',
      maybe: 'description;product name;descripcion;nombre producto;nome produto',
    },
    quantity: {
      sure: 'quantity;qty;units;unit count;item count;number of items;cantidad;unidades;uds;quantidade;qtd;qtde',
      maybe: 'count;pieces;piezas',
    },
    unit_price: {
      sure: 'unit price;price;price per unit;item price;list price;precio;precio unitario;preco;preco unitario;valor unitario;pvp',
    },
    amount: {
      sure: 'amount;line total;line amount;sales value;total;extended price;importe;importe linea;total linea;valor total;subtotal;revenue',
    },
    category: { sure: 'category;product category;department;categoria;familia;seccion;departamento;product type' },
  },
  products: {
    product_id: {
      sure: 'product id;product code;sku;stock code;item id;article id;ean;upc;id producto;codigo producto;codigo articulo;id produto;codigo produto',
      maybe: 'id;product;item;code',
    },
    name: {
      sure: 'product name;name;description;title;item name;nombre;nombre producto;descripcion;nome;nome produto;descricao;product type',
    },
    category: {
      sure: 'category;product category;product category name;department;family;categoria;familia;seccion;departamento',
    },
    price: { sure: 'price;list price;unit price;precio;pvp;preco;valor' },
    cost: { sure: 'cost;unit cost;coste;costo;custo' },
  },
  customers: {
    customer_id: customer,
    joined_at: time(
      'joined at;join date;signup date;sign up date;registration date;registered at;reg date;created at;member since;customer since;first purchase;enrollment date;fecha alta;fecha de alta;fecha registro;fecha de registro;alta;data cadastro;data de cadastro;data registo',
    ),
    name: {
      sure: 'name;customer name;full name;client name;nombre;nombre cliente;nombre completo;razon social;nome;nome cliente;nome completo',
    },
    email: { sure: 'email;e mail;email address;customer email;correo;correo electronico' },
    birth_date: time(
      'birth date;birthdate;birthday;date of birth;dob;birth year;year birth;fecha nacimiento;fecha de nacimiento;nacimiento;data nascimento;data de nascimento',
    ),
    gender: { sure: 'gender;sex;sexo;genero' },
    country: { sure: 'country;country code;customer country;pais;market' },
    region: { sure: 'region;state;province;customer state;county;provincia;comunidad;comunidad autonoma;estado;uf' },
    city: { sure: 'city;customer city;town;ciudad;municipio;localidad;poblacion;cidade' },
    segment: { sure: 'segment;customer segment;tier;segmento;nivel;customer type;tipo cliente' },
    channel: { sure: 'channel;acquisition channel;signup channel;canal;canal de alta;canal captacion' },
  },
  events: {
    customer_id: customer,
    occurred_at: time(
      'occurred at;event time;event date;event timestamp;timestamp;time;fecha evento;fecha hora;data evento',
      'date;datetime;fecha;data;created at',
    ),
    event: { sure: 'event;event name;event type;action;activity;evento;tipo evento;accion;tipo de evento;acao' },
    session_id: { sure: 'session id;session;sesion;id sesion;sessao;user session' },
    channel: { sure: 'channel;canal' },
    device: { sure: 'device;device type;dispositivo' },
    page: { sure: 'page;url;page url;pagina' },
    product_id: { sure: 'product id;item id;sku;producto;produto' },
    value: { sure: 'value;event value;price;revenue;valor' },
  },
  touches: {
    customer_id: customer,
    occurred_at: time(
      'sent at;send date;touch date;contact date;impression time;click time;fecha envio;fecha contacto;data envio',
      'date;timestamp;fecha;data;time',
    ),
    channel: { sure: 'channel;medium;media;marketing channel;canal;medio' },
    campaign: { sure: 'campaign;campaign id;campaign name;campana;campanha;id campana' },
    variant: { sure: 'variant;creative;variante' },
    format: { sure: 'format;formato;ad format' },
    cost: { sure: 'cost;coste;costo;custo;spend' },
    opened: { sure: 'opened;open;abierto;aberto' },
    clicked: { sure: 'clicked;click;clic;clicado' },
    converted: { sure: 'converted;conversion;convertido;conversao' },
  },
  conversations: {
    customer_id: customer,
    opened_at: time(
      'opened at;created at;open date;ticket created;call start;start time;call date;fecha apertura;fecha llamada;inicio;abertura;data abertura',
      'date;fecha;data;created',
    ),
    conversation_id: {
      sure: 'conversation id;ticket id;case id;chat id;call id;case number;id ticket;id caso;id llamada;numero caso;protocolo',
    },
    closed_at: time('closed at;resolved at;close date;ended at;fecha cierre;cierre;fim;data fechamento'),
    channel: { sure: 'channel;canal;contact channel' },
    handled_by: { sure: 'handled by;resolved by;bot or human;atendido por' },
    agent: { sure: 'agent;agent id;assignee;agente;operador;atendente' },
    contacts: { sure: 'contacts;contact count;replies;interactions;contactos;interacciones' },
    resolved_first_contact: { sure: 'resolved first contact;first contact resolution;fcr;resuelto primer contacto' },
    wait_seconds: { sure: 'wait seconds;wait time;waiting time;first response seconds;tiempo espera;tempo espera' },
    handle_seconds: { sure: 'handle seconds;handle time;talk time;duration;duracion;tiempo gestion;aht' },
    text: { sure: 'text;message;body;transcript;texto;mensaje;mensagem;conversation' },
    csat: { sure: 'csat;satisfaction;satisfaction score;satisfaccion;satisfacao' },
  },
  surveys: {
    customer_id: customer,
    answered_at: time(
      'answered at;survey date;response date;responded at;review answer timestamp;review date;fecha encuesta;fecha respuesta;data pesquisa;data resposta',
      'date;fecha;data;timestamp;review creation date;created at',
    ),
    kind: { sure: 'survey type;kind;metric;tipo encuesta' },
    score: {
      sure: 'nps;nps score;csat;csat score;ces;ces score;score;rating;review score;stars;likelihood to recommend;puntuacion;valoracion;nota;calificacion;avaliacao;pontuacao',
    },
    comment: {
      sure: 'comment;comments;review comment message;feedback;verbatim;review;comentario;comentarios;opinion;motivo',
    },
  },
  leads: {
    lead_id: {
      sure: 'lead id;lead number;lead;prospect id;opportunity id;id lead;id oportunidad;oportunidad;id oportunidade',
    },
    created_at: time(
      'created at;created date;lead date;create date;fecha creacion;fecha alta;data criacao;first contact date',
      'date;fecha;data',
    ),
    source: { sure: 'lead source;source;origin;lead origin;origen;fuente;origem;fonte' },
    stage: { sure: 'stage;lead stage;status;deal stage;etapa;fase;estado' },
    won_at: time(
      'won at;won date;close won date;converted at;conversion date;fecha ganado;fecha conversion;data ganho',
    ),
    lost_at: time('lost at;lost date;fecha perdido;data perda'),
    amount: { sure: 'amount;deal value;value;opportunity amount;importe;monto;valor' },
    owner: { sure: 'owner;sales rep;lead owner;salesperson;comercial;vendedor;propietario;responsavel' },
  },
  subscriptions: {
    customer_id: customer,
    started_at: time(
      'started at;start date;subscription start;contract start;fecha inicio;fecha alta;inicio;data inicio',
    ),
    ended_at: time(
      'ended at;end date;cancelled at;canceled at;cancellation date;churn date;contract end;fecha fin;fecha baja;baja;data fim;data cancelamento',
    ),
    plan: { sure: 'plan;subscription;subscription plan;tariff;tarifa;plano;contrato' },
    monthly_amount: {
      sure: 'monthly amount;mrr;monthly price;monthly fee;monthly charges;cuota;cuota mensual;precio mensual;mensalidade',
    },
    renewed: { sure: 'renewed;auto renew;renovado' },
  },
  initiatives: {
    initiative: {
      sure: 'initiative;campaign;campaign id;campaign name;project;programme;program;iniciativa;campana;campanha;proyecto;projeto',
    },
    started_at: time('started at;start date;launch date;start;fecha inicio;inicio;data inicio;lanzamiento'),
    ended_at: time('ended at;end date;end;fecha fin;fin;data fim'),
    description: { sure: 'description;descripcion;descricao' },
    kind: { sure: 'kind;type;campaign type;tipo' },
  },
  assignments: {
    initiative: {
      sure: 'initiative;experiment;experiment id;experiment name;test name;campaign;iniciativa;experimento',
    },
    variant: {
      sure: 'variant;variation;experiment group;test group;treatment;treatment group;arm;bucket;condition;ab group;version;variante;grupo;grupo experimental;tratamiento;tratamento;con gp',
      maybe: 'group;segment;segmento',
    },
    customer_id: customer,
    assigned_at: time(
      'assigned at;exposure date;assignment date;exposed at;fecha asignacion;data atribuicao',
      'date;timestamp;fecha',
    ),
  },
  journeys: {
    path: { sure: 'path;journey;channel path;customer journey;touchpoints;ruta;camino;recorrido;caminho;jornada' },
    conversions: { sure: 'total conversions;conversions;conversiones;conversoes;conv' },
    value: { sure: 'total conversion value;conversion value;value;revenue;valor' },
    nulls: { sure: 'total null;nulls;null;non conversions;no conversiones;sin conversion' },
  },
  costs: {
    occurred_on: time(
      'occurred on;cost date;expense date;fecha gasto;fecha coste;data custo',
      'date;month;period;fecha;mes;periodo;data',
    ),
    amount: { sure: 'cost;amount;expense;spend;coste;costo;gasto;importe;custo;despesa' },
    initiative: { sure: 'initiative;project;campaign;iniciativa;proyecto;projeto' },
    category: { sure: 'cost category;category;cost type;categoria;concepto;tipo coste' },
    currency: { sure: 'currency;moneda;moeda' },
  },
  series: {
    period: time('period;week;month;date;periodo;semana;mes;fecha;data'),
    unit: { sure: 'unit;market;store;region;mercado;tienda;loja' },
    metric: { sure: 'metric;kpi;indicator;metrica;indicador' },
    value: { sure: 'value;valor' },
  },
};

/** Columns to predict in a labelled table; their values are two. */
export const LABEL_WORDS: Names = {
  sure:
    'churn;churned;is churn;churn label;exited;attrition;attrition flag;left;cancelled;converted;conversion;responded;response;target;label;' +
    'default;retained;renewed;purchased;bought;clicked;won;baja;abandono;abandona;fuga;convertido;respuesta;etiqueta;objetivo;compra;' +
    'cancelou;evasao;evadiu;resposta;alvo',
  maybe: 'y;outcome;flag;resultado;class;churn value',
};

/** What comes after an assignment: an answer begins with it. */
export const OUTCOME_WORDS: Names = {
  sure:
    'outcome;result;visit;visits;visited;conversion;conversions;converted;purchase;purchases;purchased;bought;spend;spent;revenue;' +
    'sale;sales;margin;order;orders;retention;retained;churn;churned;click;clicks;clicked;subscribed;response;responded;resultado;' +
    'visita;visitas;conversiones;convertido;compra;compras;gasto;ingresos;venta;ventas;margen;pedido;pedidos;retencion;abandono;' +
    'clic;clics;respuesta;receita;vendas;margem;resposta',
};

/** Group names that give an experiment away, at the beginning or end of a value. */
export const VARIANT_VALUES =
  /^(control|treatment|treated|test|holdout|hold out|placebo|none|no |variant|baseline|gate|a$|b$|c$|old|new|grupo (de )?control|tratamiento|tratado|controle|tratamento)|(control|treatment|test|holdout)$/;
