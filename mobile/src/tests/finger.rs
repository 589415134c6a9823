//! Finds what a finger would touch by a test hook that stands in the template, where drawing it again changes nothing.

use dioxus::core::{DynamicNode, ElementId, ScopeState, TemplateAttribute, TemplateNode, VNode};
use dioxus::prelude::*;

/// The last such element on the screen that listens.
pub fn hooked(dom: &VirtualDom, hook: &str) -> Option<ElementId> {
    in_node(dom, dom.base_scope().root_node(), hook)
}

fn in_node(dom: &VirtualDom, node: &VNode, hook: &str) -> Option<ElementId> {
    let below = node.dynamic_nodes.iter().enumerate().filter_map(|(n, child)| match child {
        DynamicNode::Component(component) => {
            let scope = component.mounted_scope(n, node, dom);
            scope.and_then(ScopeState::try_root_node).and_then(|root| in_node(dom, root, hook))
        }
        DynamicNode::Fragment(nodes) => nodes.iter().filter_map(|node| in_node(dom, node, hook)).last(),
        _ => None,
    });
    let own = node.template.roots.iter().filter_map(|root| in_template(root, hook));
    let own = own.filter_map(|attribute| node.mounted_dynamic_attribute(attribute, dom));
    below.last().or(own.last())
}

/// One of the attributes that make the element one of the screen's own: of these is what listens.
fn in_template(node: &TemplateNode, hook: &str) -> Option<usize> {
    let TemplateNode::Element { attrs, children, .. } = node else { return None };
    let is_hooked = attrs.iter().any(|attribute| {
        matches!(attribute, TemplateAttribute::Static { name: "data-testid", value, .. } if *value == hook)
    });
    let own = attrs.iter().find_map(|attribute| match attribute {
        TemplateAttribute::Dynamic { id } => Some(*id),
        TemplateAttribute::Static { .. } => None,
    });
    let mut below = children.iter().filter_map(|child| in_template(child, hook));
    below.next_back().or(own.filter(|_| is_hooked))
}
